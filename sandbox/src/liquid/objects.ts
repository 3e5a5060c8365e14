import type { Account } from '../account.ts';
import type { Attachment, Comment, User } from '../model.ts';
import { roleTitle } from './titles.ts';

/** An object of the template language that also prints as text when used alone. */
export abstract class Printed {
  abstract toString(): string;
}

export interface Printing {
  account: Account;
  /** Print a bare comment with the dashed header line. */
  withHeader: boolean;
}

export class LiquidUser extends Printed {
  id: string;
  name: string;
  first_name: string;
  last_name: string;
  email: string;
  role: string;
  extended_role: string;
  external_id: string;
  locale: string;
  language: string;
  tags: string;
  phone: string;
  custom_fields = {};

  constructor(user: User) {
    super();
    const [first = '', ...rest] = user.name.split(' ');
    this.id = String(user.id);
    this.name = user.name;
    this.first_name = first;
    this.last_name = rest.join(' ');
    this.email = user.email;
    this.role = roleTitle(user.role);
    this.extended_role = this.role;
    this.external_id = user.external_id ?? '';
    this.locale = user.locale;
    this.language = new Intl.DisplayNames('en', { type: 'language' }).of(user.locale) ?? '';
    this.tags = user.tags.join(' ');
    this.phone = user.phone ?? '';
  }

  override toString(): string {
    return this.name;
  }
}

export class LiquidAttachment extends Printed {
  filename: string;
  url: string;

  constructor(account: Account, attachment: Attachment) {
    super();
    this.filename = attachment.file_name;
    this.url = attachmentUrl(account, attachment);
  }

  override toString(): string {
    return this.filename;
  }
}

/** Where the bytes of an attachment are served. */
export function attachmentUrl(account: Account, attachment: Attachment): string {
  const name = encodeURIComponent(attachment.file_name);
  return `${account.url}/attachments/token/${attachment.token}/?name=${name}`;
}

export class LiquidComment extends Printed {
  id: string;
  value: string;
  value_rich: string;
  is_public: boolean;
  created_at: string;
  created_at_with_time: string;
  author: LiquidUser | undefined;
  attachments: LiquidAttachment[];
  /** Kept out of the template's reach by the leading symbol of a private name. */
  #header: boolean;
  #raw: Comment;

  constructor({ account, withHeader }: Printing, comment: Comment) {
    super();
    const author = account.store.users.get(comment.author_id);
    this.id = String(comment.id);
    this.value = comment.plain_body;
    this.value_rich = comment.html_body;
    this.is_public = comment.public;
    this.created_at = longDate(comment.created_at);
    this.created_at_with_time = `${this.created_at}, ${comment.created_at.slice(11, 16)}`;
    this.author = author && new LiquidUser(author);
    this.attachments = comment.attachments.map((each) => new LiquidAttachment(account, each));
    this.#header = withHeader;
    this.#raw = comment;
  }

  override toString(): string {
    if (!this.#header) return this.value;
    const rule = '-'.repeat(46);
    return `${rule}\n\n${this.author?.name ?? ''}, ${this.created_at_with_time}\n\n${this.value}`;
  }

  /** How Ruby shows an object: what a bare collection prints. */
  inspect(): string {
    const raw = this.#raw;
    return `#<Comment id: ${raw.id}, author_id: ${raw.author_id}, created_at: "${raw.created_at}", is_public: ${raw.public}, type: "Comment", value: ${JSON.stringify(raw.plain_body)}>`;
  }
}

/** Made once: making one takes longer than rendering a whole comment. */
const LONG_DATE = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Human format; the year may be missing, so never parse it. */
export function longDate(iso: string): string {
  return LONG_DATE.format(new Date(iso));
}
