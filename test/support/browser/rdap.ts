/** The registry's answer about a name that is registered where no filing can be had. */
export const RDAP = {
  objectClassName: 'domain',
  ldhName: 'BRAND-OF-OURS.COM',
  status: ['client transfer prohibited'],
  entities: [
    {
      objectClassName: 'entity',
      roles: ['registrar'],
      handle: '146',
      publicIds: [{ type: 'IANA Registrar ID', identifier: '146' }],
      vcardArray: [
        'vcard',
        [
          ['version', {}, 'text', '4.0'],
          ['fn', {}, 'text', 'GoDaddy.com, LLC'],
        ],
      ],
    },
    {
      objectClassName: 'entity',
      roles: ['registrant'],
      vcardArray: [
        'vcard',
        [
          ['version', {}, 'text', '4.0'],
          ['fn', {}, 'text', 'Nobody In Particular Ltd'],
        ],
      ],
    },
  ],
  events: [
    { eventAction: 'registration', eventDate: '2015-03-02T10:00:00Z' },
    { eventAction: 'expiration', eventDate: '2098-03-02T10:00:00Z' },
  ],
};
