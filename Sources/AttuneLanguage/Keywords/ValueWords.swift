extension BlockKind {
  /// What may stand after the colon of a detail, where that is a short list.
  func values(of detail: String) -> [Keyword] {
    switch (self, detail) {
    case (.instrument, "status"): statuses
    case (.instrument, "times kept"): timesKept
    case (.instrument, "answer"), (.section, "answer"), (.item, "answer"): answerKinds
    case (_, "offer"): offers
    case (_, "asked if"):
      [value("the study turns it on", "Left out unless a study names it after \"turn on\".")]
    case (.section, "place"): places
    case (.section, "order"): orders
    case (.section, "check in"): checkIns
    case (_, "keep"): keepings
    case (.item, "ask again if"): bounds
    case (.group, "set by"): groupSources
    case (.construct, "score"), (.form, "score"): scoreRules(on: self)
    case (.construct, "index"): indexes
    case (.construct, "across roles"): acrossRoles
    case (.analysis, "correction"): corrections
    case (.analysis, "sensitivity"): sensitivities
    case (.analysis, "smallest difference that matters"),
      (.plan, "smallest difference that matters"):
      units
    case (.plan, "family"): families
    case (.plan, "test"), (.plan, "when paired"): tests
    case (.plan, "expect"): expectations
    case (.plan, "basis"): bases
    case (.plan, "read first"): readFirst
    default: []
    }
  }
}

/// Words that stand after a colon; the example is the words themselves unless it is given.
private func value(_ spelling: String, _ summary: String, as example: String? = nil) -> Keyword {
  Keyword(.value, spelling, example ?? spelling, summary)
}

// MARK: Asking

private let statuses = [
  value("draft, unvalidated", "New: nobody has been asked yet."),
  value("in pilot, unvalidated", "A few people are trying it out."),
  value(
    "validated elsewhere", "Tested, with other people or in another place; needs a source."),
  value("validated in this setting", "Tested with people like these, here; needs a source."),
]

private let timesKept = [
  value("to the day", "Only the day is kept; nothing else need be said."),
  value("to the minute", "The minutes are kept, and the information page has to say so."),
]

private let answerKinds = [
  value("choose one", "One of the answers listed under the item."),
  value(
    "choose any", "As many of the listed answers as fit; \"up to\" sets a limit.",
    as: "choose any, up to 3"),
  value("number", "A number; the lowest and highest may be given.", as: "number 0 to 90"),
  value("slider", "A number between two ends that have words.", as: "slider 0 to 100"),
  value("text", "Own words, on one line or on several.", as: "text, several lines"),
  value("date", "A day, a month or a year; say which.", as: "date, month"),
]

private let offers = [
  value("does not apply", "People can say that the question does not fit them."),
  value("not sure", "People can say that they do not know."),
  value("prefer not to say", "People can say that they would rather not answer."),
  value("nothing", "No reason stands there; people can still leave the question blank."),
]

private let places = [
  value("before information", "Asked first of all, before people agree to anything."),
  value("after review", "Asked last, after people have looked at their answers."),
]

private let orders = [
  value("as written", "Everyone meets the items as they stand in the file."),
  value("shuffled", "Each person meets the items in an order of their own."),
]

private let checkIns = [
  value("yes", "A check-in follows the section."),
  value("no", "No check-in follows, even after a content note."),
]

private let keepings = [
  value("yes", "Kept with the other answers; so it is if nothing is said."),
  value("own copy", "Only on the person's own copy."),
  value("apart", "In another file, with no link to the person's other answers."),
  value("no", "Never written anywhere; used while the questions last."),
]

private let bounds = [
  value("above", "Asks once more about a number higher than this.", as: "above 40"),
  value("below", "Asks once more about a number lower than this.", as: "below 1"),
]

// MARK: Scores

private let groupSources = [
  value("item", "The answers to a \"choose one\" item are the levels.", as: "item which_team"),
  value("role", "The roles are the levels."),
  value("facilitator", "Whoever starts the session says it, not the person."),
]

private func scoreRules(on kind: BlockKind) -> [Keyword] {
  let rules = [
    value(
      "mean", "The average of the answers, on the scale of the items.",
      as: "mean, at least 3 answered"),
    value("sum", "All answers added up; takes every answer.", as: "sum, all answered"),
    value(
      "prorated sum", "The average times the number of items, so that gaps do not make it smaller.",
      as: "prorated sum, at least 8 answered"),
    value(
      "count of", "How many answers have this number.", as: "count of 1, at least 10 answered"),
  ]
  return kind == .form ? rules + [value("none", "Items only, no scores.")] : rules
}

private let indexes = [
  value("yes", "The items make up the score, and need not go together."),
  value("no", "The items show one thing behind them; so it is if nothing is said."),
]

private let acrossRoles = [
  value("identical", "Both roles read the same words."),
  value("parallel", "Each role reads the item in words of its own."),
]

// MARK: Plans

private let corrections = [
  value("Holm", "Strict with the strongest result, less so with each next one."),
  value("Bonferroni", "Equally strict with every result."),
  value("none", "Each result stands for itself; false alarms add up."),
]

private let sensitivities = [
  value("without reversed items", "Leaves out the items that say the opposite."),
  value("complete answers only", "Leaves out people who left gaps."),
  value("without flagged answers", "Leaves out answers that look like slips."),
  value("without both roles", "Leaves out people who have both roles."),
]

private let units = [
  value("points", "Points of the score.", as: "0.5 points"),
  value("SD", "Standard deviations: how far people usually are from the average.", as: "0.5 SD"),
]

private let families = [
  value("primary", "What the study was made to find out; few, and corrected together."),
  value("secondary", "What else the group expects."),
  value("exploratory", "What the group is curious about; a start, never a finding."),
]

private let tests = [
  value("Welch", "Compares the averages of two groups; they need not be equally spread."),
  value("Student", "Compares the averages of two groups that are equally spread."),
  value("Mann-Whitney", "Compares two groups by the order of their answers."),
  value(
    "permutation", "Compares two groups by shuffling who belongs to which, many times over."),
  value("equivalence", "Asks whether two groups are alike enough that it would not matter."),
  value("Welch ANOVA", "Compares the averages of three or more groups."),
  value("Kruskal-Wallis", "Compares three or more groups by the order of their answers."),
  value("Friedman", "Compares several scores of the same people by their order."),
  value("Fisher", "Compares how many people in each group said yes."),
  value("Spearman", "Asks whether two scores rise together, by their order."),
  value("Pearson", "Asks whether two scores rise together along a straight line."),
  value("paired t", "Compares two averages of the same people, or of pairs."),
  value("Wilcoxon", "Compares two scores of the same people, or of pairs, by their order."),
  value(
    "one sample above", "Asks whether an average is above a number.", as: "one sample above 3"),
]

private let expectations = [
  value("no direction", "Something may differ; the group does not say which way."),
  value("no difference", "The groups are alike."),
  value("positive", "The two scores rise together."),
  value("negative", "As one score rises the other falls."),
  value("... higher", "The people of this level score higher.", as: "north higher"),
]

private let bases = [
  value("stated in the study", "The study that the questions come from says so."),
  value("our inference", "The group concludes it from what the study says."),
  value("background source", "Another source says so."),
  value("our choice", "The group wants to know."),
]

private let readFirst = [
  value("yes", "Read before the others."),
  value("no", "Read in its turn; so it is if nothing is said."),
]
