import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/assistant/decide.ts';
import { isLoop } from '../../src/assistant/loop.ts';
import { MAX_ANSWERS } from '../../src/assistant/rules.ts';
import { answered, comment, facts, given, handled, state } from './story.ts';

describe('answering', () => {
  test('asks the answer engine with every unanswered comment in order', () => {
    const first = comment({ text: 'Hello?' });
    const second = comment({ text: 'Where is my order?' });

    given(state())
      .when(facts([first, second]))
      .then({ kind: 'ask', question: 'Hello?\n\nWhere is my order?' });
  });

  test('replies when the answer is sure enough', () => {
    given(state())
      .when(facts([comment()], {}, { answer: answered }))
      .then({ kind: 'reply', reason: 'answered_from_articles' });
  });

  test('leaves out what was answered before', () => {
    const thread = [
      comment({ text: 'old question' }),
      comment({ author: 'assistant', text: 'old answer' }),
      comment({ text: 'new question' }),
    ];

    given(handled(thread[1]!)).when(facts(thread)).then({ kind: 'ask', question: 'new question' });
  });

  test('does not answer a comment twice when it is nudged again', () => {
    const only = comment();

    given(handled(only))
      .when(facts([only]))
      .then({ kind: 'silent', reason: 'nothing_new' });
  });

  test('takes an internal note for no reply', () => {
    const question = comment({ text: 'Where is it?' });
    const note = comment({ author: 'agent', isPublic: false, text: 'VIP' });

    given(state())
      .when(facts([question, note]))
      .then({ kind: 'ask', question: 'Where is it?' });
  });
});

describe('handing over', () => {
  test.each([
    'Can I talk to a human please?',
    'I want a real person',
    'Quiero hablar con una persona',
    'Je veux parler à un conseiller',
    'Ich möchte mit einem Menschen sprechen',
    'Quero falar com um atendente',
    'Je voudrais échanger avec une personne',
    'Un être humain, svp',
    'Je veux parler à quelqu’un',
  ])('hands over when the requester asks for a person: %s', (text) => {
    given(state())
      .when(facts([comment({ text })]))
      .then({ kind: 'handoff', reason: 'requester_asked_for_person' });
  });

  test.each(['How many people fit in the tent?', 'Is the agent model in stock?'])(
    'does not take a question for a request for a person: %s',
    (text) => {
      given(state())
        .when(facts([comment({ text })]))
        .then({ kind: 'ask' });
    },
  );

  test.each([
    'My lawyer will contact you',
    'I had an allergic reaction',
    'Delete my personal data',
    'Je suis blessé !',
    'Elle est blessée',
    'El aparato se incendió ayer',
    'Tive uma reac\u0327a\u0303o ale\u0301rgica',
  ])('hands over a sensitive topic: %s', (text) => {
    given(state())
      .when(facts([comment({ text })]))
      .then({ kind: 'handoff', reason: 'sensitive_topic' });
  });

  test('hands over when no article matches', () => {
    const answer = { confidence: 0.1, sources: [], language: 'en' };

    given(state())
      .when(facts([comment()], {}, { answer }))
      .then({ kind: 'handoff', reason: 'no_article_matches' });
  });

  test('hands over when the answer is too unsure', () => {
    given(state())
      .when(facts([comment()], {}, { answer: { ...answered, confidence: 0.2 } }))
      .then({ kind: 'handoff', reason: 'not_confident', confidence: 0.2 });
  });

  test('hands over a comment that is only attachments', () => {
    given(state())
      .when(facts([comment({ text: '', hasAttachments: true })]))
      .then({ kind: 'handoff', reason: 'only_attachments' });
  });

  test('hands over a messaging ticket', () => {
    given(state())
      .when(facts([comment()], { isMessaging: true }))
      .then({ kind: 'handoff', reason: 'messaging_channel' });
  });

  test('hands over when many answers did not help', () => {
    given(state({ turns: MAX_ANSWERS }))
      .when(facts([comment()]))
      .then({ kind: 'handoff', reason: 'turn_limit_reached' });
  });

  test('does not bounce a ticket that an agent hands back after many answers', () => {
    given(state({ turns: MAX_ANSWERS, mode: 'handoff' }))
      .when(facts([comment()], { tags: ['assistant_handback'] }))
      .then({ kind: 'ask' });
  });

  test('waits for the agent after a handoff', () => {
    given(state({ mode: 'handoff' }))
      .when(facts([comment()]))
      .then({ kind: 'silent', reason: 'waiting_for_agent', mode: 'handoff' });
  });
});

describe('humans win', () => {
  const question = comment();
  const agentReply = comment({ author: 'agent', text: 'I will look into it' });
  const later = comment({ text: 'Thanks, and the invoice?' });

  test('falls silent when an agent has replied publicly', () => {
    given(handled(question))
      .when(facts([question, agentReply]))
      .then({ kind: 'silent', reason: 'agent_has_replied', mode: 'agent' });
  });

  test('stays silent on later comments of the customer', () => {
    given(handled(agentReply, { mode: 'agent' }))
      .when(facts([question, agentReply, later]))
      .then({ kind: 'silent', reason: 'agent_has_replied' });
  });

  test('stays out of a ticket that an agent handled before we saw it', () => {
    given(state())
      .when(facts([question, agentReply, later]))
      .then({ kind: 'silent', reason: 'agent_has_replied' });
  });

  test('answers again once the ticket is handed back', () => {
    given(handled(agentReply, { mode: 'agent' }))
      .when(facts([question, agentReply, later], { tags: ['assistant_handback'] }))
      .then({ kind: 'ask', question: later.text });
  });

  test('is silenced by the pause tag whatever else is true', () => {
    given(state())
      .when(facts([question], { tags: ['assistant_paused', 'assistant_handback'] }))
      .then({ kind: 'silent', reason: 'paused_by_tag', mode: 'paused' });
  });

  test('takes up what waited when the pause ends', () => {
    given(handled(question, { mode: 'paused' }))
      .when(facts([question]))
      .then({ kind: 'ask', question: question.text });
  });

  test('stays silent after a pause during which an agent replied', () => {
    given(handled(later, { mode: 'paused' }))
      .when(facts([question, agentReply, later]))
      .then({ kind: 'silent', reason: 'agent_has_replied' });
  });
});

describe('the end of a ticket', () => {
  test.each([
    ['solved', 'ticket_solved'],
    ['closed', 'ticket_closed'],
  ])('ends the conversation when the ticket is %s', (status, reason) => {
    given(state())
      .when(facts([comment()], { status }))
      .then({ kind: 'end', reason });
  });

  test('takes solved and then closed for one ending', () => {
    given(state({ mode: 'ended' }))
      .when(facts([comment()], { status: 'closed' }))
      .then({ kind: 'silent', reason: 'nothing_new', mode: 'ended' });
  });

  test('answers a customer who reopens the ticket', () => {
    const before = comment();
    const again = comment({ text: 'One more thing' });
    const thread = [before, comment({ author: 'assistant' }), again];

    given(handled(before, { mode: 'ended' }))
      .when(facts(thread))
      .then({ kind: 'ask' });
  });

  test('keeps waiting for the agent when a handed-over ticket is reopened', () => {
    const handoff = { reason: 'sensitive_topic', at: 1 } as const;

    given(state({ mode: 'ended', handoff }))
      .when(facts([comment()]))
      .then({ kind: 'silent', reason: 'waiting_for_agent' });
  });
});

const anyComment = fc.record({
  author: fc.constantFrom('customer' as const, 'agent' as const, 'assistant' as const),
  isPublic: fc.boolean(),
  text: fc.string(),
  hasAttachments: fc.boolean(),
});

test('never replies after a human, in any thread, unless handed back', () => {
  fc.assert(
    fc.property(fc.array(anyComment, { maxLength: 12 }), fc.nat(12), (parts, seen) => {
      const thread = parts.map((part) => comment(part));
      const before = thread[seen] ? handled(thread[seen]) : state();
      const fresh = thread[seen] ? thread.slice(seen + 1) : thread;
      const { decision } = decide(before, facts(thread, {}, { answer: answered }));

      const humanReplied = fresh.some(({ author, isPublic }) => author === 'agent' && isPublic);
      if (humanReplied) expect(decision.kind).toBe('silent');
    }),
  );
});

test('says for every decision which rules were considered, the last one being the one that decided', () => {
  const { rules } = decide(state(), facts([comment()], {}, { answer: answered }));

  expect(rules.at(-1)).toEqual({ rule: 'answer_found', verdict: 'decided' });
  expect(rules.slice(0, -1).every(({ verdict }) => verdict === 'passed')).toBe(true);
});

describe('a takeover', () => {
  const question = comment();

  test('silences the assistant before the agent has replied', () => {
    given(state())
      .when(facts([question], { tags: ['assistant_takeover'] }))
      .then({ kind: 'silent', reason: 'agent_took_over', mode: 'agent' });
  });

  test('is told again after its tag was taken away by hand', () => {
    const taken = handled(question, {
      mode: 'agent',
      last: { comment: question.id, action: 'stayed_silent', reason: 'agent_took_over', at: 1 },
    });

    given(taken)
      .when(facts([question, comment()]))
      .then({ kind: 'silent', reason: 'agent_took_over', mode: 'agent' });
  });

  test('ends with a handback that came later', () => {
    given(handled(question, { mode: 'agent' }))
      .when(facts([question], { tags: ['assistant_takeover', 'assistant_handback'] }))
      .then({ kind: 'ask' });
  });

  test('outlives a handback that came before it', () => {
    given(handled(question, { mode: 'agent' }))
      .when(
        facts(
          [question],
          { tags: ['assistant_takeover', 'assistant_handback'] },
          { isHandbackOvertaken: true },
        ),
      )
      .then({ kind: 'silent', reason: 'agent_took_over' });
  });
});

describe('a ticket that comes back', () => {
  const thanks = comment({ text: 'How do I return an item?' });

  test('is answered when the shop wants that', () => {
    given(handled(comment(), { mode: 'ended' }))
      .when(facts([thanks], {}, { afterReopening: 'resume' }))
      .then({ kind: 'ask' });
  });

  test('is left to agents when the shop wants that, and stays theirs', () => {
    const left = { kind: 'silent', reason: 'reopened_left_to_agents', mode: 'agent' };
    const last = { action: 'stayed_silent', reason: 'reopened_left_to_agents', at: 1 } as const;

    given(handled(comment(), { mode: 'ended' }))
      .when(facts([thanks], {}, { afterReopening: 'stay_silent' }))
      .then(left);
    given(state({ mode: 'agent', last }))
      .when(facts([thanks, comment()], {}, { afterReopening: 'stay_silent' }))
      .then(left);
  });

  test('does not go from handoff to handoff', () => {
    const handoff = { reason: 'not_confident', at: 1_790_000_000 } as const;

    given(handled(comment(), { mode: 'ended', handoff }))
      .when(facts([thanks]))
      .then({ kind: 'silent', reason: 'waiting_for_agent', mode: 'handoff' });
  });
});

test.each(['paused', 'ended'] as const)(
  'leaves a ticket that is no longer %s to the agent who had it, whatever the thread still shows',
  (mode) => {
    given(handled(comment(), { mode }))
      .when(facts([comment()], {}, { wasAgents: true }))
      .then({ kind: 'silent', reason: 'agent_has_replied', mode: 'agent' });
  },
);

describe('the loop breaker', () => {
  test('opens after many writes in a short time, handed back or not', () => {
    given(state())
      .when(facts([comment()], { tags: ['assistant_handback'] }, { isLooping: true }))
      .then({ kind: 'silent', reason: 'loop_suspected', mode: 'paused' });
  });

  test.each([
    ['ten writes within ten minutes', 10, 59, true],
    ['nine', 9, 59, false],
    ['ten in a longer time', 10, 67, false],
    ['twelve writes within an hour', 12, 299, true],
    ['eleven', 11, 299, false],
    ['twelve in a longer time', 12, 330, false],
  ])('sees a loop in %s, or not', (_what, writes, everySeconds, expected) => {
    const now = 1_790_000_000_000;
    const times = Array.from({ length: writes }, (_, i) => now - i * everySeconds * 1000);

    expect(isLoop(times, now)).toBe(expected);
  });

  test('stays closed without a loop, and while the shop only observes', () => {
    given(state())
      .when(facts([comment()], {}, { isLooping: false }))
      .then({ kind: 'ask' });
    given(state())
      .when(facts([comment()], {}, { isLooping: true, answerMode: 'observe' }))
      .then({ kind: 'ask' });
  });

  test('drafts for a customer who writes a lot, and stops a draft that is handed back again and again', () => {
    const only = comment();

    given(state())
      .when(facts([comment()], {}, { isLooping: true, answerMode: 'draft' }))
      .then({ kind: 'ask' });
    given(handled(only))
      .when(
        facts([only], { tags: ['assistant_handback'] }, { isLooping: true, answerMode: 'draft' }),
      )
      .then({ kind: 'silent', reason: 'loop_suspected' });
  });

  test('does not pause a ticket where there is nothing to say', () => {
    const only = comment();

    given(handled(only))
      .when(facts([only], {}, { isLooping: true }))
      .then({ kind: 'silent', reason: 'nothing_new' });
  });
});
