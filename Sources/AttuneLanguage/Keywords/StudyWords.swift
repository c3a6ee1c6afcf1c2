// The words of a study's file.

let studyWords = [
  detail(
    "instrument", "instrument: being_met.instrument",
    "Names the questionnaire's file, in the same folder."),
  detail("team", "team: The Being Met team", "Says who asks, as people will read it."),
  detail(
    "contact", "contact: beingmet@example.org", "Says whom people can ask about the study."),
  detail(
    "complaints", "complaints: the research office, 0113 496 0000",
    "Says whom people can complain to: somebody outside the team."),
  detail(
    "purpose", "purpose: make the service better",
    "Says what the answers will help."),
  detail(
    "kept where", "kept where: on one locked computer at the university",
    "Says where answers are kept."),
  detail("who sees", "who sees: the two researchers", "Says who can see answers."),
  detail(
    "local line", "local line: The Well, Tuesday evenings, 0113 496 0001",
    "Names a local place to turn to, shown with the helplines."),
  detail(
    "withdraw until", "withdraw until: 2026-11-22",
    "Says until which day people can have their answers deleted."),
  detail("keep until", "keep until: 2031-11-22", "Says on which day answers are deleted."),
  detail(
    "helplines checked on", "helplines checked on: 2026-05-01",
    "Says when somebody last rang every helpline; at most six months ago."),
  detail(
    "set aside for", "set aside for: 14 days",
    "Says how long unfinished answers wait for the person to come back."),
  detail(
    "smallest group shown", "smallest group shown: 10",
    "Says how many people a group needs before its results are shown; never under 5."),
  detail(
    "turn on", "turn on: bg_age",
    "Names items and sections that are left out unless a study wants them."),
  detail(
    "occasions", "occasions: first, retest", "Names the times at which people are asked."),
  detail(
    "public key", "public key: age1example",
    "Names a key for sealing answers; nothing is sealed yet."),
]
