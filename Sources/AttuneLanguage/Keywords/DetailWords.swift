extension BlockKind {
  /// The words that begin a line of the block, in the order in which the lines stand.
  var details: [Keyword] {
    let words = Dictionary(
      (detailWords + sharedWords).map { ($0.spelling, $0) }, uniquingKeysWith: { own, _ in own })
    return order.joined().compactMap { words[$0] }
  }

  private var detailWords: [Keyword] {
    switch self {
    case .instrument: instrumentWords
    case .role: []
    case .information, .debrief: passageWords
    case .consent: consentWords
    case .support: supportWords
    case .scale: scaleWords
    case .group: groupWords
    case .section: sectionWords
    case .item: itemWords
    case .construct: constructWords
    case .form: formWords
    case .analysis: analysisWords
    case .plan: planWords
    case .study: studyWords
    case .lock: lockWords
    case .translation: translationWords
    case .simulation: simulationWords
    case .people: peopleWords + missingWords
    case .scores: scoresWords
    case .factor: factorWords
    case .items: itemsWords
    case .profile: profileWords
    case .missing: missingWords
    case .stopping: stoppingWords
    case .careless: carelessWords
    case .sincere: sincereWords
    case .sites: sitesWords
    case .retest: retestWords
    case .faults: faultsWords
    }
  }
}

/// A word that begins a line.
func detail(_ spelling: String, _ example: String, _ summary: String) -> Keyword {
  Keyword(.detail, spelling, example, summary)
}

/// Words that do the same in every block that has them.
private let sharedWords = [
  detail(
    ">", "> Please think of the last three months.",
    "Begins words to read; each line is a paragraph."),
  detail(
    "read", "read worker: Please think of one person.",
    "Begins words to read that only one role sees."),
  detail(
    "only for", "only for: worker",
    "Shows this to one role alone."),
  detail(
    "source", "source: New; written by the group in 2026",
    "Says where the words come from; may stand several times."),
  detail(
    "note", "note: Ask the panel again about this word",
    "Keeps a note for the team and for readers of the report; people who answer never see it."),
  detail(
    "accept", "accept: A403 because the group kept this wording on purpose",
    "Answers a \"please check\" with a reason, which the report prints."),
  detail(
    "term", "term cen: complex emotional needs",
    "Sets words that stand in many places, so that a study can change them in one: {cen}."),
  detail(
    "answer", "answer: agreement",
    "Says how people answer: on a scale, or in one of the kinds of answer."),
  detail(
    "offer", "offer: not sure, prefer not to say",
    "Says which reasons for not answering stand beside the answers; the nearest offer counts."),
  detail(
    "show when", "show when: meetings is at least 1",
    "Shows this only where the condition holds."),
  detail(
    "asked if", "asked if: the study turns it on",
    "Leaves this out unless a study names it after \"turn on\"."),
  detail(
    "keep", "keep: own copy", "Says what becomes of the answer."),
  detail(
    "smallest difference that matters", "smallest difference that matters: 0.5 points",
    "Says below which difference nothing changes for people."),
  detail(
    "error rate", "error rate: 0.05",
    "Says how often a finding may be a false alarm; 0.05 is once in twenty."),
  detail(
    "at least per group", "at least per group: 10",
    "Says how many people each group needs before results are compared."),
]
