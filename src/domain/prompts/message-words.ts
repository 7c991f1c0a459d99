/**
 * What a message means by the words in it, in whatever order and however far apart: for a clause
 * that no wording of the facts has. A rule asks for what is spoken of and for what is the matter
 * with it; without the second a clause is help or good news.
 */
import { englishWords, foldWording, hasHostname, withoutHostnames } from './wording.ts';

interface Rule {
  readonly means: string;
  /** Each of them is in the clause. */
  readonly has: readonly RegExp[];
  /** And none of these. */
  readonly not?: RegExp;
}

const NEGATED = /未|不|无法|无(?!需|须)/;
const BLOCKED =
  /拦截|阻断|关停|封禁|封堵|屏蔽|禁止访问|访问受限|(?:访问|请求)(?:已)?被|(?:无法|不能|暂停|停止|限制|拒绝)(?:正常|进行|继续)?(?:访问|打开|浏览)/;

/** Papers that a filing takes, and nothing else does. */
const FILING_PAPER = /核验单|真实性核验|幕布|核验照|备案承诺书|备案.{0,6}(?:表|书|单)(?!位)/;
/** Papers that others ask for, too. */
const PAPER =
  /证件|执照|身份证|居住证|护照|通行证|法人证书|承诺书|授权书|委托书|(?:手持|人像|现场|负责人|证件).{0,3}(?:照|视频)/;
/** How a paper may be, or be shown. */
const SHOWN_SO =
  /清晰|清楚|看不清|完整|彩色|原件|背景|合格|规范|识别|正反面|拍照|扫描|盖章|加盖|签字|反光|模糊|遮挡|复印件/;
/** What asks for papers, phones and data besides a filing, and data of a domain. */
const OTHER_BUSINESS =
  /示例|域名|持有者|实名|账号|登录|支付|银行|开户|商户|商家|店铺|订单|合同|退款|公众号|签名审核|模板|司机|招聘|ssl|https/;
/** Says that something written or shown is not as it should be, or asks for it in another way. */
const UNFIT =
  /不(?:规范|详|够详细|完整|全|齐|正确|准确|合格|清晰|清楚|符|一致|属实|对应|统一)|有误|错误|缺|遗漏|模糊|反光|遮挡|涂改|不是|非原件|复印件|未.{0,4}(?:填写|上传|提供|签字|签名|盖章|加盖|识别|通过)|无法识别|(?:识别|比对|核验|校验|审核)失败|(?<!时)(?:请|须).{0,8}(?:重新|分开|原件|清晰|彩色|拍照|补充|更换|修改|更正|本人|一致)|(?:需|应)(?:保持)?一致/;
/** How a phone that is called does not answer. */
const UNANSWERED = /无人接听|未接听|未接通|打不通|拒接|空号|停机|关机|无法接通|无法联系|联系不上/;

/** What is filed as an app is, in Chinese and in English. */
const APP = /小程序|小游戏|快应用|元服务|(?<![a-z])app(?![a-z])|应用(?!程序接口|网关|层|型|于|场景|防火墙|负载)/;
const APP_IN_ENGLISH = /\b(?:mini[ -]?(?:program|app|game)s?|(?:quick )?apps?)\b/;

/** A thing that a message speaks of, and not things of its kind. */
const ONE_NAME = /(?:该|此|当前|本|您的|你的).{0,4}(?:域名|网站|站点)|请先.{0,6}域名/;
const ONE_APP =
  /(?:该|此|当前|本|您的|你的).{0,4}(?:小程序|小游戏|快应用|元服务|应用|(?<![a-z])app)|请先.{0,6}(?:小程序|app)/;
/** Asks for a filing before what was to be done. */
const FILED_FIRST =
  /(?:需|请|须|应|必须).{0,8}备案.{0,4}(?:后|才|再|方).{0,6}(?:添加|绑定|接入|使用|开启|配置|设置|发布|提交|加速|操作|上架|上线|重试)/;
const FILED_FIRST_IN_ENGLISH =
  /(?:\b(?:must|needs? to|has to|have to|required)\b|^\W*(?:domain )?(?:please )?complete\b).*\bbefore (?:it can be |it is |you (?:can )?)?(?:add|bind|bound|publish|releas|connect|enabl|accelerat|submit|us(?:e|ed|ing)\b|configur|list)/;

/** Special cases stand before what they are cases of. */
const CHINESE: readonly Rule[] = [
  {
    means: 'app-not-filed',
    has: [
      APP,
      /未.{0,8}备案|无.{0,5}备案|缺少?.{0,4}备案|备案(?:信息|号)?(?:缺失|为空|不存在|未查到)|备案.{0,8}(?:未(?:通过|完成)|不通过|失败)/,
    ],
    not: /域名|网站|站点|链接|网址|url|公安|无需|无须|悬挂|展示|显示|服务器|接入|标明|标注|标识|公示|短信/,
  },
  {
    means: 'certificate-missing',
    has: [/域名(?:注册)?证书/, /(?:请|需|须|应).{0,6}(?:提供|上传|提交|补充|附|加盖)|未(?:提供|上传|提交)|缺/],
    not: /下载|查看|不一致|不符|持有者/,
  },
  {
    means: 'approval-missing',
    has: [
      /前置(?:审批|批复)/,
      /(?:请|需|须|应).{0,6}(?:提供|上传|提交|补充|取得)|未(?:提供|上传|提交|取得|通过)|缺|不合格|不符/,
    ],
    not: /什么/,
  },
  {
    means: 'filed-site-unreachable',
    has: [/已备案(?:成功)?的?(?:网站|站点|域名)/, /(?:无法|不能)(?:正常)?(?:访问|打开)/],
  },
  { means: 'filing-lost', has: [/(?:网站|主体|备案)已(?:被)?注销/, /备案/, /拒绝|退回|驳回|失败/] },
  { means: 'filing-not-found', has: [/备案/, /备案信息库|备案库|管局系统/, /不存在|未查到/] },
  { means: 'contact-data', has: [/负责人/, /证件|手机|电话|邮箱/, /重复|已被.{0,6}使用|频率/] },
  {
    means: 'contact-data',
    has: [/手机|电话|邮箱/, /已.{0,8}(?:用于|使用|占用|绑定)/, /备案|主体|负责人|主办单位/],
    not: /登录|注册账号|服务码|服务号|授权码/,
  },
  { means: 'contact-data', has: [/手机|电话/, /归属地|号段|外地|外省/, /不一致|不是|非/] },
  { means: 'contact-data', has: [/(?:联系|负责人|应急).{0,2}电话|手机号/, /重复/], not: OTHER_BUSINESS },
  { means: 'contact-data', has: [/手机|电话|联系方式|负责人/, UNANSWERED], not: OTHER_BUSINESS },
  { means: 'contact-data', has: [/应急|负责人|备用|联系人/, /手机|电话|邮箱/, /失效|有误|错误|不正确|不存在/] },
  {
    means: 'contact-data',
    has: [
      /应急|负责人|备用|主体|网站/,
      /手机|电话|联系方式|邮箱/,
      /(?:不能|不得|不可|不要)(?:相同|重复|一致|一样|为同一)/,
    ],
  },
  {
    means: 'contact-data',
    has: [
      /(?:通信|通讯|联系|办公|注册|住所|详细)地址|证件住所/,
      /不详|请.{0,4}(?:详细|具体)|具体到|不完整|不规范|有误|错误|不正确|不准确|过于简单/,
    ],
    not: OTHER_BUSINESS,
  },
  {
    means: 'subject-data-outdated',
    has: [/负责人/, /(?:不是|非|须为|应为|必须是|需为).{0,4}(?:法人|法定代表人)/],
  },
  {
    means: 'wrong-filing-type',
    has: [/备案类型/, /错误|有误|不正确|不对|不符|不一致|应为|应选/],
  },
  { means: 'filing-conflict', has: [/主办者|主办单位|网站|域名/, /冲突/] },
  { means: 'document-unfit', has: [FILING_PAPER, UNFIT], not: /示例|下载/ },
  { means: 'document-unfit', has: [PAPER, SHOWN_SO, UNFIT], not: OTHER_BUSINESS },
  {
    means: 'document-unfit',
    has: [
      /照片|图片/,
      /证件|执照|身份证|核验/,
      /清晰|完整|彩色|原件|背景|模糊|反光|合格|识别/,
      /(?:请|需|须).{0,6}(?:上传|提供|提交|拍摄)|不|模糊|反光|无法识别|未识别/,
    ],
    not: /如果|示例|时请/,
  },
  {
    means: 'police-number-missing',
    has: [/公安|公网安/, /未.{0,6}(?:办理|完成|进行|取得|申请).{0,8}备案|备案.{0,4}(?:未完成|未通过|不通过)/],
    not: /前|无需|无须/,
  },
  {
    means: 'police-number-missing',
    has: [/公安|公网安|网安备/, /悬挂|展示|显示|标|添加|备案号|放置/, /未|无|缺|错误|不(?:规范|正确|一致)/],
  },
  { means: 'number-not-linked', has: [/备案号|备案编号/, /链接|跳转|指向/, /未|无|不|错/], not: /服务器/ },
  {
    means: 'number-not-shown',
    has: [/备案(?:编)?号|备案信息/, /悬挂|展示|显示|标注|标明|标示|公示|底部|页脚|首页/, /未|无|缺/],
    not: /未查到|查询/,
  },
  { means: 'name-not-listed', has: [/域名(?:列表|白名单)|合法域名|业务域名|白名单/, /不在|未配置|未添加/] },
  {
    means: 'name-not-listed',
    has: [/域名|url|网址/, /不在.{0,6}(?:列表|名单)/],
    not: /备案|工信部|注册商|后缀|批复|实名/,
  },
  { means: 'name-blacklisted', has: [/黑名单|(?:违规|封禁|禁用|禁止)(?:域名)?名单/], not: /不在黑|未列入|移出/ },
  { means: 'registry-hold', has: [/(?:server|client)hold|暂停解析|注册局锁定/] },
  { means: 'registry-hold', has: [/域名|注册/, /(?<![a-z])hold(?![a-z])/] },
  {
    means: 'not-recorded',
    has: [
      /实名|注册信息|域名信息|注册局|验证库|注册商库|域名(?:信息)?库|cnnic|whois/,
      /未.{0,6}(?:入库|同步|上传|上报|报送|收到|录入|更新)|未查到|不存在/,
    ],
    not: /备案信息未查到/,
  },
  { means: 'not-recorded', has: [/域名/, /未.{0,8}入库/] },
  {
    means: 'registrar-not-approved',
    has: [/注册(?:服务)?(?:商|机构)/, /批复|资质|名单|目录|工信部|备案|认可|资格|支持/, NEGATED],
  },
  {
    means: 'registrar-not-approved',
    has: [/注册(?:服务)?(?:商|机构)/, /(?:不在|不是|不属于|非).{0,4}(?:境内|国内|大陆|内地|中国)/],
  },
  {
    means: 'registrar-not-approved',
    has: [/域名.{0,2}(?:由|在).{1,30}注册/, /无法|不能|不支持/, /备案/],
    not: /实名|主体/,
  },
  {
    means: 'registrar-not-approved',
    has: [/注册商/, /(?:须|需|应).{0,8}(?:国内|境内|大陆|内地|中国)/, /当前|该|您|此/],
  },
  {
    means: 'registrar-not-approved',
    has: [/(?:在|为|是|属于).{0,4}(?:国外|境外|海外)|(?:国外|境外|海外)(?:平台|的)?注册/, /注册/],
    not: /服务器|主体|企业|未在|不在/,
  },
  {
    means: 'suffix-not-approved',
    has: [/后缀/, /备案|批复|支持|开放|名单|列表|范围/, /未|不|无法|无(?!需|须)|非/],
    not: /转入|注册|续费/,
  },
  { means: 'suffix-not-approved', has: [/类型?(?:的)?域名/, /不能|不支持|无法/, /备案/], not: /备案类/ },
  {
    means: 'filing-entity-differs',
    has: [
      /域名的?主体|主办单位|备案信息/,
      /企业|账号|商户|店铺|商家|公众号|认证主体|小程序.{0,2}主体|当前主体/,
      /校验|相同|一致|关联/,
    ],
    not: /实名|证件|域名注册|持有者/,
  },
  {
    means: 'filing-entity-differs',
    has: [/域名的?主体|备案主体/, /企业|账号|账户/, /校验|审核|验证|核验/, /未|不|失败/],
    not: /实名|证件/,
  },
  { means: 'filing-entity-differs', has: [/域名主体(?:校验|验证|审核)?.{0,4}(?:未|不)通过/] },
  {
    means: 'subject-data-outdated',
    has: [
      /(?:企业|单位|公司|主体|主办单位)名称|法定?代表人|法人|负责人|住所/,
      /营业执照|证件|身份证|工商|登记/,
      /不一致|不同/,
    ],
    not: /域名|持有者|实名|账号|重复/,
  },
  {
    means: 'subject-data-outdated',
    has: [/名称|法人|法定代表人|住所|证件|主体信息/, /变更|改名/, /请.{0,6}(?:变更|更新).{0,4}备案/],
    not: /域名|网站名称/,
  },
  {
    means: 'subject-data-outdated',
    has: [/证件|执照|身份证/, /已.{0,4}(?:过期|失效|注销)|过(?:了)?有效期/],
    not: /域名|持有者|实名|账号/,
  },
  { means: 'document-unfit', has: [/人脸|活体/, /核验|识别|认证|拍摄|比对/, /未|失败|不/], not: /登录|支付/ },
  {
    means: 'holder-document-number',
    has: [/域名|实名|持有者/, /证件号码?/, /不一致|不同|有误|错误|不正确/],
    not: /账号|负责人/,
  },
  { means: 'holder-document-type', has: [/域名|实名|持有者/, /证件类型/, /不一致|不同|有误|错误|不正确/] },
  {
    means: 'holder-mismatch',
    has: [
      /持有者|所有权人|域名.{0,3}(?:实名|注册信息|主体)|域名证书|实名(?:认证)?(?:的|信息|主体)/,
      /主办单位|主体|备案|单位|证件|营业执照|申请人/,
      /不一致|不是|不同|不对应|不统一|有出入/,
    ],
  },
  {
    means: 'holder-mismatch',
    has: [/域名|实名|注册信息/, /(?:为|是)个人|个人名义/, /主体|主办单位|备案/, /企业|公司|单位(?!为个人)/],
    not: /可以|能否|允许/,
  },
  {
    means: 'real-name-missing',
    has: [/域名|注册/, /实名/, /未|失败|不通过|审核中|驳回|不合格|过期|失效/],
    not: /账号/,
  },
  {
    means: 'expiring',
    has: [/有效期|过期|注册期|剩余/, /不足|小于|少于|低于|即将|将于|不满|不到|临近|(?:过|太|较)短/],
    not: /证件|执照|证书|服务器|实例|主机|资源|云服务|套餐/,
  },
  {
    means: 'expired',
    has: [
      /域名|注册/,
      /(?<!将于.{0,12})已.{0,16}过期|(?<!将于.{0,12})过期[,.;!]|已过(?:了)?(?:注册)?有效期|超过(?:注册)?有效期|处于过期/,
    ],
    not: /证件|执照|证书|服务器|实例|实名|将过期|未过期/,
  },
  { means: 'transfer-blocked', has: [/转入|转移|转出/, /不满|未满|不足|锁定|禁止|无法|不能|不支持|不允许|失败|不可/] },
  { means: 'transfer-blocked', has: [/注册(?:时间|日期)?(?:未满|不满|不足|未超过)\d+[天日]/] },
  {
    means: 'site-open-too-early',
    has: [
      /备案.{0,4}期间|审核(?:期间|时)|备案未?(?:完成|成功|通过|审核)?(?:前|中)|审核中|未备案/,
      /(?:须|请|必须|需|应)(?:先)?.{0,6}(?:关闭|关站|停止解析)|不得(?:开通|开放|上线|访问)|(?:可以?|能够?|仍).{0,3}(?:访问|打开)|(?:提前|已)(?:开通|开放|解析|上线)/,
    ],
    not: /已关闭|不能|不可以|无法|变更|接入|正常访问/,
  },
  {
    means: 'site-open-too-early',
    has: [/网站|域名|解析/, /请.{0,4}(?:关闭(?:网站|站点|访问)|(?:取消|注销|暂停|停止|关闭)解析)/, /提交|备案|审核/],
    not: /变更|接入|注销(?!解析)|不想|不再/,
  },
  {
    means: 'site-blocked',
    has: [/备案|接入|工信部/, BLOCKED],
    not: /期间|前(?:不|须|必须|请)|未备案(?:的)?(?:独立)?(?:域名|网站|站点)/,
  },
  {
    means: 'site-blocked',
    has: [/备案/, /未|无|备案(?:问题|原因|异常)/, /已?被?(?:关闭|停止(?:服务)?|下线|暂停)|不(?:再)?(?:提供|能)访问/],
    not: /将|否则|解析|加速|前(?:网站|已)|请关闭/,
  },
  { means: 'filing-at-risk', has: [/空壳/, /主体|网站|备案/], not: /注销(?:成功|完成)|(?<!将|会)被注销|恢复/ },
  {
    means: 'no-resource',
    has: [
      /服务号|服务码|授权码/,
      /已被?.{0,8}(?:使用|占用)|已用|失效|无效|错误|不正确|不存在|不可用|无可用|过期|用完|不足|上限/,
    ],
    not: /邮箱|邮件|登录|smtp|转移|转出|支付/,
  },
  { means: 'no-resource', has: [/服务器|主机|实例|资源/, /按量/, /备案|服务号|服务码|授权码/, NEGATED] },
  {
    means: 'no-resource',
    has: [
      /服务器|主机|实例|资源|云服务|购买时长|(?<![a-z])(?:ecs|cvm)(?![a-z])/,
      /备案|个月/,
      /不足|不满|少于|不一致|不支持|低于|无法/,
    ],
    not: /域名|带宽|内存|磁盘|库存|余额/,
  },
  {
    means: 'site-name-or-content',
    has: [
      /网站名称|站点名称|服务名称|(?:网站|服务|站点)(?:服务)?内容|经营范围/,
      /未|不|无法|无(?!需|须)|敏感词|违禁词|违规|过短|过于|太(?:短|长|简单|宽泛)|重复/,
    ],
    not: /未查到|未备案/,
  },
  {
    means: 'contact-data',
    has: [
      /短信|手机|电话|联系方式/,
      /核验|验证|校验|核实|备案|负责人|管局/,
      /未.{0,6}(?:通过|完成|核验|验证|核实)|失败|超时|不合格|无法接通|停机|不正确|有误/,
    ],
    not: /登录|注册码|支付|找回/,
  },
  {
    means: 'filing-at-risk',
    has: [/备案|接入/, /注销|清理|收回|失效/, /将|否则|逾期|可能会?被?|会被|风险/],
    not: /将于.{0,8}生效/,
  },
  {
    means: 'existing-number',
    has: [/域名|网站/, /已(?:在|被).{0,10}(?:主体|公司|单位|个人|用户|名下).{0,6}备案/],
    not: /接入|服务商|平台|账号/,
  },
  {
    means: 'already-filed',
    has: [/域名|网站|主体/, /已.{0,8}备案/, /(?:勿|不能|无需|不要|不可).{0,2}(?:重复|再次|再)(?:备案|提交|办理|申请)/],
    not: /进行中|正在|订单/,
  },
  {
    means: 'subject-exists',
    has: [/主体|主办单位|证件|执照|身份证/, /已存在|已有(?:备案|主办单位)|已(?:被)?备案|已在|其他账号|别的账号/],
    not: /不存在|未完成/,
  },
  {
    means: 'open-order',
    has: [
      /备案|管局|主体/,
      /订单|流程|申请|在途|正在.{0,10}备案/,
      /进行中|正在|未完[成结]|在途|处理中|未结束|已有.{0,8}(?:订单|申请)|存在.{0,8}(?:订单|申请)/,
    ],
    not: /无进行中|不存在/,
  },
  {
    means: 'open-order',
    has: [/备案|管局|主体/, /订单|流程|申请/, /(?:不可|不能|无法|暂不).{0,4}(?:发起|提交|新增|创建|新建|重复)/],
    not: /服务号|服务码|授权码|域名|按量/,
  },
  {
    means: 'filing-refused',
    has: [
      /备案|管局/,
      /(?:备案|管局|审核|初审).{0,10}(?:驳回|退回|打回|被拒|拒绝)|(?:备案|管局|初审).{0,4}(?:审核|初审)?(?:结果)?.{0,2}(?:审核|初审)(?:结果)?(?:未|不)通过|初审(?:未|不)通过|(?:未|不)通过.{0,4}(?:管局|初审)/,
    ],
    not: /域名|公安|公网安|退款|商品|如|否则|会被|可能|将|成功|大全|汇总|常见|办法/,
  },
  { means: 'existing-number', has: [/域名|网站/, /已(?:存在|有)备案|已被.{0,8}备案|重复备案/] },
  {
    means: 'filing-lost',
    has: [/备案|主办单位/, /注销|失效|过期|掉了|已掉|掉线|丢失|被清理|被.{0,8}删除|已.{0,2}不存在/, /已|被|了|失效/],
    not: /将|如|逾期|否则|请|申请|流程|成功|步骤|办理|即将|前/,
  },
  {
    means: 'access-not-filed',
    has: [/备案|接入/, /(?:未|不|非).{0,12}接入|接入(?:商|备案|信息)?.{0,6}(?:未|不|非)|接入信息(?:缺失|为空)/],
    not: /接入(?:点|域名)|不影响|(?:不能|无法|禁止|不允许|不支持)接入/,
  },
  {
    means: 'access-not-filed',
    has: [
      /备案/,
      /备案(?:信息|主体|号)?.{0,4}不在|(?:未|不)(?:在|于|通过)(?!工信部|国内|境内|中国|大陆|内地|管局|公安|备案期|域名)[^,:]{1,10}(?:备案|报备)/,
    ],
    not: /注册商/,
  },
  {
    means: 'access-not-filed',
    has: [/您|你|该|此|贵|当前|检测/, /(?:须|需|请|应).{0,8}(?:新增|办理|添加|补办|进行|完成|转入|申请)(?:备案)?接入/],
    not: /如何|首次|成功|已完成/,
  },
  {
    means: 'access-not-filed',
    has: [
      /域名|网站/,
      /在(?:其他|其它|别的|另一)?(?:家)?接入(?:商|服务商).{0,4}备案|在(?:其他|其它|别的|另一家?)(?:云|平台|厂商|服务商).{0,4}备案/,
    ],
    not: /可以|需|未/,
  },
  {
    means: 'not-resolving',
    has: [/(?:接入|解析|实际|指向).{0,6}ip/, /备案.{0,6}ip/, /不一致|不同/],
  },
  {
    means: 'not-resolving',
    has: [/解析|指向|使用/, /(?:未|不在|不是|非).{0,12}(?:服务器|ip|节点|云|我司|本司|产品|主机)/],
    not: /备案期间/,
  },
  {
    means: 'check-unavailable',
    has: [
      /备案|工信部/,
      /查询|接口|服务|系统|网络|校验|状态/,
      /超时|繁忙|异常|失败|稍后|不可用|(?:系统|接口|服务).{0,4}无法/,
    ],
    not: /域名.{0,8}未|未备案/,
  },
  {
    means: 'check-unavailable',
    has: [/备案|工信部/, /系统|接口|服务/, /维护|升级|更新/, /无法|不能|失败|稍后/],
    not: /未备案/,
  },
  {
    means: 'verification-failed',
    has: [/域名/, /(?:信息|主体|资料)?(?:核验|校验|比对|验证)(?:结果)?.{0,2}(?:不通过|未通过|失败|不合格)/],
    not: /备案(?:核验|校验|检测|检查|状态|信息)|实名|icp|企业|归属|所有权|解析|dns|txt|文件|证书|邮箱|短信/,
  },
  {
    means: 'domain-not-found',
    has: [
      /域名/,
      /该|此|您|当前/,
      /未注册(?!商)|注册信息.{0,6}(?:无法|未查到|为空)|whois.{0,8}(?:无法|失败|为空|未查到)|未查到.{0,6}(?:注册信息|whois)/,
    ],
    not: /备案|批复|可以?注册|抢注/,
  },
  {
    means: 'name-not-filed',
    has: [/域名|网站/, /失败|无法|不能|拒绝/, /请(?:先|检查|确认|核实|确保).{0,16}备案/],
    not: /备案失败|解析|实名/,
  },
  {
    means: 'name-not-filed',
    has: [/(?:备案(?:状态)?(?:检查|检测)|icp(?:检查|检测|校验|验证))(?:结果)?.{0,2}(?:失败|未通过|不通过)/],
    not: /专项/,
  },
  {
    means: 'name-not-filed',
    has: [
      /域名|站点|网站|本站|后的网址|(?:该|此|您的)(?:网址|链接|url)/,
      /未.{0,10}备案|无.{0,5}备案|缺少?备案|备案(?:信息|号|编号)?缺失|备案.{0,8}(?:未通过|未完成|不通过|失败|不存在|未查到|为空)|未查到.{0,12}备案|非.{0,4}备案|不是.{0,6}备案/,
    ],
    not: /无需|无须|公安|未备案(?:的)?(?:独立)?(?:域名|网站|站点)|前(?:不|须|必须|请)/,
  },
  // A state, and nothing else.
  {
    means: 'name-not-filed',
    has: [/^(?:域名)?(?:icp)?备案(?:状态|信息|号|情况|查询)?(?:结果)?[:\s]*(?:未查到|未备案|无(?!需|须)|空|不存在)/],
  },
  {
    means: 'name-not-filed',
    has: [/不支持|不能|无法|禁止|不允许/, /(?:添加|绑定|接入|使用|配置|提交|加速)未备案域名/],
  },
  // What one thing must have first it lacks; of things in general the same is a rule.
  { means: 'app-not-filed', has: [ONE_APP, FILED_FIRST], not: /域名|接入备案|公安/ },
  { means: 'name-not-filed', has: [ONE_NAME, FILED_FIRST], not: /接入备案|公安|变更|实名/ },
];

/** What may be is no message. */
const NOT = /(?<!\bmay )\b(?:not|no|none|never|missing|lacks?|lacking|absent|without|unfiled|cannot|unable)\b/;

/**
 * On English words as `englishWords` folds them: `domain`, `site`, `suffix`, `holder`, `icp
 * filing`, `filed`.
 */
const ENGLISH: readonly Rule[] = [
  {
    means: 'app-not-filed',
    has: [APP_IN_ENGLISH, /icp filing|filed/, NOT],
    not: /domain|\bsite|\burl|cname|server|displayed|shown/,
  },
  {
    means: 'certificate-missing',
    has: [/domain certificate/, /upload|provide|submit|attach|missing|required|lacks?\b/],
    not: /download|how to/,
  },
  {
    means: 'approval-missing',
    has: [/(?:pre|prior|special) ?-?approval/, /upload|provide|submit|missing|required|lacks?\b|\bnot\b/],
  },
  {
    means: 'site-open-too-early',
    has: [
      /site|domain/,
      /(?:can|could|is) (?:still )?(?:be )?(?:accessed|accessible|open|reachable)/,
      /during|review|icp filing/,
    ],
    not: /\bnot\b|cannot/,
  },
  { means: 'name-not-listed', has: [/domain list|allowed domains?|whitelist|allowlist/, NOT] },
  { means: 'name-blacklisted', has: [/black ?list/], not: /removed/ },
  { means: 'registry-hold', has: [/\b(?:server|client|registry|registrar) ?hold\b|\bon hold\b/] },
  {
    means: 'number-not-linked',
    has: [
      /icp filing|\bnumber\b/,
      /not (?:\w+ ){0,2}(?:linked|clickable|link)|\blink\b.{0,24}(?:missing|wrong|incorrect|not)/,
    ],
    not: /police|public security|linked to (?:cloud|server)/,
  },
  {
    means: 'number-not-shown',
    has: [/icp filing|\bnumber\b/, /footer|home ?page|bottom|displayed|shown/, NOT],
    not: /police|public security/,
  },
  { means: 'police-number-missing', has: [/police|public security/, /number|filing|record/, NOT] },
  {
    means: 'registrar-not-approved',
    has: [/registrars?\b/, /approved|licen[cs]ed?|accredit|qualif|miit|supported|recogni[sz]ed/, NOT],
    not: /database/,
  },
  {
    means: 'registrar-not-approved',
    has: [/registered/, /overseas|foreign|outside (?:mainland )?china/],
    not: /server/,
  },
  {
    means: 'not-recorded',
    has: [/registrar database|real name|registry/, /not.{0,24}(?:synchroni[sz]ed|synced|found|in)\b/],
  },
  { means: 'suffix-not-approved', has: [/suffix/, /icp filing|filed|approved|support/, NOT], not: /register(?:ed)? / },
  {
    means: 'holder-mismatch',
    has: [/holder|registered (?:to|under)/, /mismatch|not match|differ|not (?:the )?same|another/],
  },
  {
    means: 'real-name-missing',
    has: [/real name/, /\bnot\b|fail|incomplete|pending|rejected|missing/],
    not: /account/,
  },
  { means: 'expiring', has: [/domain/, /expir/, /soon|less than|about to|within|remaining/] },
  { means: 'expired', has: [/domain/, /expired/], not: /icp filing|filed/ },
  {
    means: 'transfer-blocked',
    has: [/\btransfer/, /\bnot\b|cannot|locked|prohibited|\b60 days|rejected|failed/, /domain|registrar|in\b/],
    not: /icp filing|filed/,
  },
  {
    means: 'site-blocked',
    has: [
      /icp filing|filed/,
      /blocked|suspended|taken (?:down|offline)|cannot be (?:accessed|visited|opened)|shut down|temporarily unavailable|inaccessible/,
      /site|page|domain|access/,
    ],
    // A status of an interface, and no page.
    not: /cname|suspended:/,
  },
  { means: 'filing-at-risk', has: [/empty shell/, /icp filing|filed|site|domain|entity/] },
  {
    means: 'no-resource',
    has: [
      /\b(?:service|authori[sz]ation|icp filing) (?:code|identification number)/,
      /\b(?:used|invalid|expired|incorrect|unavailable)\b|does not exist/,
    ],
    not: /oauth|log ?in|sign ?in|e-?mail|transfer/,
  },
  {
    means: 'site-name-or-content',
    has: [/\bsite name|name site|site content/, /\bnot\b|invalid|unqualified|rejected/],
  },
  {
    means: 'contact-data',
    has: [
      /phone|contact (?:number|person|information)|mobile/,
      /cannot be reached|unreachable|not answer|no answer|\bwrong\b|incorrect|invalid/,
    ],
    not: /log ?in|sign ?in|password|payment|card/,
  },
  {
    means: 'document-unfit',
    has: [
      /business licen[cs]e|id card|identity|passport|verification form|curtain|photo|scan/,
      /blur|unclear|illegible|not (?:\w+ )?(?:clear|legible|readable|original|complete|qualified|recogni[sz]ed)|incomplete|fac(?:e|ial) (?:verification|recognition).{0,12}fail/,
    ],
    not: /domain|holder|payment|account/,
  },
  {
    means: 'contact-data',
    has: [/\bsms|text message|phone/, /verif|icp filing/, /\bnot\b|fail|timed? ?out|expired|incorrect/],
    not: /log ?in|sign ?in|password|payment/,
  },
  { means: 'filing-at-risk', has: [/icp filing|filed/, /(?:will|may|going to) be (?:canceled|removed|deleted)/] },
  {
    means: 'open-order',
    has: [/icp filing|filed|\bicp\b/, /order|application/, /in progress|pending|unfinished|ongoing|under review/],
    not: /\byour (?:icp filing )?application (?:is|has)\b/,
  },
  { means: 'subject-exists', has: [/subject|organi[sz]er|entity/, /already|another account|other account/] },
  {
    means: 'open-order',
    has: [/icp filing|filed/, /order|application/, /in progress|pending|unfinished|ongoing|already/],
  },
  {
    means: 'filing-refused',
    has: [/icp filing/, /\b(?:rejected|refused|declined|denied|turned down|sent back|returned)\b/],
    not: /domain|\burl|cname|missing|required|\bnot\b|\bif\b|\bmay\b/,
  },
  { means: 'existing-number', has: [/domain/, /already (?:has|have|filed|been filed)/] },
  {
    means: 'filing-lost',
    has: [/icp filing/, /\b(?:canceled|expired|invalid|terminated|removed)\b|no longer valid/],
    not: /\b(?:will|may|if|before)\b|not (?:been )?(?:canceled|expired)|\bnot have\b/,
  },
  {
    means: 'access-not-filed',
    has: [
      /icp filing|filed/,
      /not.{0,40}\b(?:cloud|provider|platform|us|here|our service)\b|(?:another|other|different) (?:access |cloud )?provider/,
    ],
  },
  {
    means: 'check-unavailable',
    has: [
      /\bicp\b|miit/,
      /query|check|verif|look ?up|system|service|maintenance/,
      /timed? ?out|try again|unavailable|busy|error occurred/,
    ],
  },
  { means: 'not-resolving', has: [/not (?:resolved?|point)/, /\bto\b/, /cloud|server|ip\b|provider/] },
  { means: 'name-not-filed', has: [/icp filing|filed/, /domain|site|cname|url/, NOT] },
  {
    means: 'name-not-filed',
    has: [
      /\bicp\b/,
      NOT,
      /\b(?:found|exists?|have|regist\w+|complet\w+|finish\w+|approv\w+|pass\w*|valid|done|ready)\b/,
    ],
    not: /footer|home ?page|police|need|necessary|required/,
  },
  { means: 'app-not-filed', has: [APP_IN_ENGLISH, /icp filing|filed/, FILED_FIRST_IN_ENGLISH], not: /domain|\bsite/ },
  { means: 'name-not-filed', has: [/domain|site|cname/, /icp filing|filed/, FILED_FIRST_IN_ENGLISH] },
  { means: 'name-not-filed', has: [/domain|cname/, /icp filing\b.{0,40}\bsuspended/] },
  { means: 'name-not-filed', has: [/\bicp(?: filing)? (?:check|verification|validation|vetting)/, /\bfail|\bnot\b/] },
  // “… failed: ICP license required”: what is the matter stands before what is asked for.
  {
    means: 'name-not-filed',
    has: [/domain|site|cname|url/, /fail|error|denied|rejected/, /icp filing (?:is )?required/],
  },
];

function meaningBy(rules: readonly Rule[], clause: string): string | null {
  return (
    rules.find(({ has, not }) => has.every((one) => one.test(clause)) && not?.test(clause) !== true)?.means ?? null
  );
}

const ONE =
  /\b(?:this|the following) (?:\w+ )?(?:domain|host ?name|(?:web ?)?site|cname)|\b(?:this|your) (?:\w+ )?(?:mini[ -]?program|mini[ -]?game|app)\b/i;
const NO_DEMAND = /\b(?:if|when|whether|unless|how|why|what|make sure|ensure|should)\b/i;

/**
 * Whether an English clause asks of one thing that it be filed before what was to be done: a
 * message in the words of a rule.
 */
export function isDemandInEnglish(clause: string): boolean {
  return (
    (ONE.test(clause) || hasHostname(clause)) &&
    FILED_FIRST_IN_ENGLISH.test(englishWords(clause)) &&
    !NO_DEMAND.test(withoutHostnames(clause))
  );
}

/** Whether a text speaks of an app or a mini program. */
export function speaksOfApps(text: string): boolean {
  const folded = englishWords(text);
  return APP.test(folded) || APP_IN_ENGLISH.test(folded);
}

/** Returns what a clause means by its words; null where nothing is said to be the matter. */
export function meaningOfWords(clause: string): string | null {
  return /\p{Script=Han}/u.test(clause)
    ? meaningBy(CHINESE, foldWording(clause))
    : meaningBy(ENGLISH, englishWords(clause));
}
