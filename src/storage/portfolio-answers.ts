/** What the portfolios know of a domain that is asked about elsewhere. */
import { knowledgeOf, type PortfolioKnowledge } from '../domain/portfolio/portfolio-knowledge.ts';
import type { RulesetIndex } from '../domain/ruleset/ruleset-index.ts';
import { openPortfolios, STORE } from './portfolio-database.ts';

/**
 * Returns what each portfolio knows of a registrable domain (A-labels), in no order; nothing where
 * the database cannot be read. It is closed again, so that no other tab waits for it.
 */
export async function loadPortfolioKnowledge(
  domain: string,
  facts: Pick<RulesetIndex, 'rules' | 'registrars'>,
): Promise<PortfolioKnowledge[]> {
  try {
    const database = await openPortfolios();
    try {
      const found: PortfolioKnowledge[] = [];
      // One after the other: all at once would be in memory together.
      for (let at = await database.transaction(STORE).store.openCursor(); at !== null; at = await at.continue()) {
        const known = knowledgeOf(at.value, domain, facts);
        if (known !== null) found.push(known);
      }
      return found;
    } finally {
      database.close();
    }
  } catch {
    // A browser that keeps no data: then there are no portfolios.
    return [];
  }
}
