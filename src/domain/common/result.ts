/**
 * What worked, with what it gave, or what did not, with why. Expected trouble is a value; what is
 * thrown is a bug.
 */
export type Result<Done, Failed> = ({ readonly ok: true } & Done) | ({ readonly ok: false } & Failed);
