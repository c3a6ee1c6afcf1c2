// The words of the files that stand beside an instrument: its lock and its translations.

let lockWords = [
  detail("version", "version: 0.3.0", "Says which version was frozen."),
  detail("frozen on", "frozen on: 2026-11-22", "Says on which day it was frozen."),
  detail(
    "meaning", "meaning: \(fingerprint)",
    "Is the fingerprint of all that the instrument means; attune freeze writes it."),
  detail(
    "questions", "questions: \(fingerprint)",
    "Is the fingerprint of what is asked, said and scored."),
  detail(
    "analysis", "analysis: \(fingerprint)", "Is the fingerprint of what all plans share."),
  detail("plans", "plans: \(fingerprint)", "Is the fingerprint of the lines of the plans below."),
  detail("plan", "plan by_team: \(fingerprint)", "Is the fingerprint of one plan."),
]

let translationWords = [
  detail("language", "language: cy", "Says into which language the words are translated."),
  detail(
    "from version", "from version: 0.3.0",
    "Says which version of the instrument was translated."),
  detail(
    "translator", "translator: Draft, not checked by a Welsh speaker",
    "Says who translated it, and how far it has been checked."),
]

private let fingerprint = String(repeating: "0a", count: 32)
