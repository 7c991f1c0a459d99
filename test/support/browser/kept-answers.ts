/** Answers as they are kept, for pages that open with some. */

/** Returns a stored case, or profile, with these answers. */
export const keptAnswers = (answers: object, hosts = {}) => ({ version: 1, answers, hosts });

export const PERSON = keptAnswers({ subject: 'organisation', registeredIn: 'mainland', province: 'gd' });

/** All that is asked of a domain, save where its site is to be. */
export const SETTLED = {
  registrar: 'alibaba-cloud',
  expiresOn: '2099-01-01',
  realName: 'done',
  realNameOn: '2020-01-06',
  holder: 'same',
  record: 'none',
  application: 'none',
};
