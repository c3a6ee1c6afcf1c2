// The words of a simulation's design.

let simulationWords = [
  detail("instrument", "instrument: keep", "Names the instrument that made-up people answer."),
  detail(
    "form", "form: short", "Says which form they answer; the whole questionnaire if not said."),
  detail("seed", "seed: 20130133", "Is the number that makes the same people again."),
]

let peopleWords = [
  detail("count", "count: 20", "Says how many people of this kind are made up."),
  detail("role", "role: worker", "Says which role they answer as."),
  answersWords,
  detail(
    "shift", "shift: rel -0.9",
    "Moves a score of these people by so many standard deviations of true scores."),
  correlationWords,
]

let scoresWords = [
  detail("correlation", "correlation: 0.50", "Says how far all true scores go together."),
  correlationWords,
]

let factorWords = [
  detail("loads", "loads: rel 0.80", "Says how much a score has of what the factor stands for.")
]

let itemsWords = [
  detail("loading", "loading: 0.70", "Says how far the answers to items follow the true score."),
  detail(
    "reversed loading", "reversed loading: 0.55", "Says the same of items that are reversed."),
  detail(
    "method loading", "method loading: 0.25",
    "Says how much reversed items have in common besides their score."),
  detail("loading of", "loading of rel1: 0.60", "Says it of one item or of several."),
  answersWords,
]

let profileWords = [
  detail(
    "cut at", "cut at: -1.3, -0.45, 0.45, 1.3",
    "Says where one answer gives way to the next, in standard deviations."),
  detail("for", "for: rel, want", "Names the scores and items that are cut so."),
]

let missingWords = [
  detail("skipped", "skipped: 1%", "Says how often a question is left blank."),
  detail("does not apply", "does not apply: 2%", "Says how often this reason is given."),
  detail("not sure", "not sure: 2%", "Says how often this reason is given."),
  detail("prefer not to say", "prefer not to say: 1%", "Says how often this reason is given."),
  detail(
    "not chosen", "not chosen part_hosp: 40%", "Says how often people leave a section out."),
]

let stoppingWords = [
  detail("share", "share: 5%", "Says how many people stop early."),
  detail("after", "after: 40%", "Says after which share of the questions, at the earliest."),
  detail("deleted", "deleted: 30%", "Says how many of them have their answers deleted."),
]

let carelessWords = [
  detail("share", "share: 4%", "Says how many people answer without reading."),
  detail(
    "straight lines", "straight lines: 50%",
    "Says how many of them give one answer throughout; the others answer at random."),
]

let sincereWords = [
  detail("share", "share: 2%", "Says how many people mean one answer throughout a part."),
  detail("answer", "answer: 5", "Says which answer that is."),
]

let sitesWords = [
  detail("count", "count: 6", "Says how many places there are."),
  detail(
    "correlation", "correlation: 0.05",
    "Says how alike people of one place are: the intraclass correlation."),
]

let retestWords = [
  detail("count", "count: 60", "Says how many people are asked again."),
  detail("stability", "stability: 0.85", "Says how far true scores stay as they were."),
]

let faultsWords = [
  detail(
    "already reversed", "already reversed: rel5, rel6",
    "Names items whose answers are written down turned round already."),
  detail("copy of", "copy of rel1: rel2", "Gives an item the answers of another."),
  detail("entered twice", "entered twice: 2", "Says how many people stand in the data twice."),
]

private let answersWords = detail(
  "answers", "answers bg_contact: outreach",
  "Says how often each answer to an item is given; one answer alone is everybody's.")

private let correlationWords = detail(
  "correlation of", "correlation of rel, open: 0.60",
  "Says how far two or more true scores go together.")
