/** Short names that mean something else where their sentence speaks of that. */
import type { Found } from "../dataset/scan";
import { sentenceAround } from "./sentence";

/**
 * The cash machine is no kinase, the lipid no gene, the marker of bone no drug; what called a suppressor of metastasis DRG1 meant
 * NDRG1. An application, the other allele of a variant, a file of reads, a library of compounds, a hybrid orbital, mice of a second
 * generation are no genes or substances either.
 */
const HOMONYMS: Readonly<Record<string, RegExp>> = {
  ATM: /\b(?:cash|lobby|debit card|[Bb]ank ATM|ATM (?:of|at|in) (?:the|my|our) bank)\b/,
  CTX: /\b(?:telopeptide|P1NP|PINP|NTX|osteocalcin|bone (?:resorption|turnover|markers?)|resorption marker|[Ss](?:erum|-)|[Uu]rin(?:e|ary))\b/,
  EDA: /\b(?:fibronectin|FN|exploratory)\b/,
  LPA: /\b(?:LPAR\d?|lysophosph\w+|lipids?|LPC|autotaxin|ATX|ENPP2|S1P|receptors?|signall?ing)\b|\bLPA,? \(?\d+ ?[nµμ]M/,
  DRG1: /\b(?:N-myc|metastas[ei]s|suppress\w+)\b/,
  ALT: /\bREF\b|VCF|allele|telomer/,
  App: /Shiny|[Ww]eb|[Mm]obile|[Pp]hone|Store|install/,
  INS: /\bDEL\b|SNP|indel/,
  F2: /\bF1\b|intercross|progeny/,
  SAM: /\b(?:BAM|files?|formats?)\b/,
  SP2: /hybridi/,
  SP3: /hybridi/,
  ZINC: /database|dock|librar/,
  DSF: /\b(?:fluorimetry|thermal|melting|thermofluor|Tm|unfolding)\b/,
};

/** Whether a name of a text is such, and its sentence speaks of the other thing. */
export const isHomonym = (text: string, { start, end }: Found): boolean =>
  HOMONYMS[text.slice(start, end)]?.test(text.slice(...sentenceAround(text, start, end))) ?? false;
