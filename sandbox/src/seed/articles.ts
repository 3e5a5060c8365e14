import type { Account } from '../account.ts';
import { ACCOUNT } from './articles/account.ts';
import { ORDERS } from './articles/orders.ts';
import { PAYMENT } from './articles/payment.ts';
import { RETURNS } from './articles/returns.ts';
import { SHIPPING } from './articles/shipping.ts';
import { SIZES } from './articles/sizes.ts';
import { WARRANTY } from './articles/warranty.ts';
import type { SectionSeed } from './article-seed.ts';

const SECTIONS: readonly SectionSeed[] = [
  SHIPPING,
  RETURNS,
  SIZES,
  PAYMENT,
  ORDERS,
  ACCOUNT,
  WARRANTY,
];

/** Every English article has a Spanish translation: one id, two locales. */
export function seedArticles(account: Account): void {
  const { store, ids, clock } = account;
  const author = [...store.users.values()].find(({ role }) => role === 'admin')!;
  const categoryId = ids.next();
  store.categories.set(categoryId, {
    id: categoryId,
    names: { 'en-us': 'Help for customers', es: 'Ayuda para clientes' },
  });
  for (const section of SECTIONS) {
    const sectionId = ids.next();
    store.sections.set(sectionId, {
      id: sectionId,
      category_id: categoryId,
      names: { 'en-us': section.en, es: section.es },
    });
    section.articles.forEach(({ en, es, labels, draft, internal }, position) => {
      const id = ids.next();
      store.articles.set(id, {
        id,
        section_id: sectionId,
        author_id: author.id,
        draft: draft ?? false,
        promoted: position === 0,
        position,
        user_segment_id: internal ? account.id * 100 : null,
        label_names: labels ?? [],
        source_locale: 'en-us',
        translations: { 'en-us': en, es },
        created_at: clock.iso(),
        updated_at: clock.iso(),
      });
    });
  }
}
