// The words of the blocks that say what will be made of the answers.

let groupWords = [
  detail("set by", "set by: item which_team", "Says who or what puts a person into a group."),
  detail("=", "north = North team", "Gives one level its name in the data and its words."),
  detail(
    "... when", "north when: which_team is one of north, west",
    "Says which answers put a person into that level."),
  detail(
    "pairs", "pairs: worker with person",
    "Says that the answers of two roles belong together, two by two."),
]

let constructWords = [
  detail(
    "higher means", "higher means: people feel more heard",
    "Says in words what a higher score means; printed with every number."),
  detail(
    "uses", "uses: heard, remembered, area1 to area9",
    "Lists the items that make up the score, or the constructs of a composite."),
  detail(
    "uses reversed", "uses reversed: rushed",
    "Lists items that say the opposite; their answers are turned round before they are added up."),
  detail(
    "counts", "counts: 1 as 0, 2 as 50, 3 as 100",
    "Says what each answer is worth; answers that are not listed do not count."),
  detail(
    "score", "score: mean, at least 2 answered",
    "Says how answers become one score, and how many answers that takes."),
  detail(
    "index", "index: yes",
    "Says that the items need not go together, so that nobody asks how well they do."),
  detail(
    "across roles", "across roles: parallel",
    "Says whether the words for several roles ask the same thing."),
]

let formWords = [
  detail(
    "uses", "uses: which_team, heard, rushed", "Lists the items, or whole sections, of the form."),
  detail(
    "score", "score: mean, all answered",
    "Says how constructs are scored on this form instead; \"none\" gives the items only."),
]

let analysisWords = [
  detail(
    "correction", "correction: Holm",
    "Says how several tests in one family share the chance of a false alarm."),
  detail(
    "sensitivity", "sensitivity: without reversed items, complete answers only",
    "Lists other ways to look at the same answers, to see whether a result holds."),
  detail("agreed by", "agreed by: The whole group, 3 May 2026", "Says who agreed to the plans."),
]

let planWords = [
  detail("family", "family: primary", "Says how much weight the plan carries."),
  detail(
    "reliability of", "reliability of: feeling_heard",
    "Asks how well the items of a construct hang together; \"all\" is every construct."),
  detail(
    "compare", "compare: feeling_heard by team", "Asks whether the scores of groups differ."),
  detail(
    "compare within person", "compare within person: info, time, kindness",
    "Asks whether several scores of the same people differ."),
  detail(
    "correlate", "correlate: feeling_heard with meetings",
    "Asks whether two scores rise and fall together."),
  detail(
    "describe", "describe: feeling_heard by team",
    "Asks what the answers look like, without a test."),
  detail(
    "rank", "rank: info, time, kindness by team",
    "Asks which score is highest, which next, and how sure that order is."),
  detail(
    "only when", "only when: meetings is at least 1",
    "Looks only at people for whom the condition holds."),
  detail(
    "counting", "counting: 3",
    "Says which answer counts as yes, where a plan looks at items."),
  detail("test", "test: Welch", "Names the test."),
  detail(
    "when paired", "when paired: paired t", "Names the test for answers that come in pairs."),
  detail(
    "expect", "expect: north higher", "Says what the group expects, before it looks."),
  detail("basis", "basis: our inference", "Says where the expectation comes from."),
  detail(
    "because", "because: people told us that the north team has more time",
    "Gives the reason for the expectation."),
  detail(
    "read first", "read first: yes",
    "Says that this result is read before the others."),
  detail("written on", "written on: 2026-05-03", "Says on which day the plan was written."),
  detail(
    "registered at", "registered at: the university library, 3 May 2026",
    "Says where others can see that the plan came before the answers."),
]
