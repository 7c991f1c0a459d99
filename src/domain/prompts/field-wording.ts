/**
 * What the label, placeholder or name of a field says that takes a domain name, and what it says
 * where it is another kind of field: sources of expressions, without regard to case.
 */
export const DOMAIN_FIELD = String.raw`域名|网域|网址|\bdomains?\b|\bhost ?names?\b|\bweb ?site (?:url|address)\b`;
export const OTHER_FIELD =
  '密码|口令|证书|密钥|搜索|查询|邮箱|电话|password|search|filter|query|mail|phone|certificate|key|record|解析|记录';
