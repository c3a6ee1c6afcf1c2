extension BlockKind {
  /// The word that begins the block.
  var keyword: Keyword { Keyword(.heading, rawValue, teaching.example, teaching.summary) }

  private var teaching: (example: String, summary: String) {
    switch self {
    case .instrument:
      (
        "instrument being_met: Being met",
        "Says what the questionnaire is called, and what holds for all of it."
      )
    case .role:
      (
        "role worker: I work in the service",
        "Names one side from which the questions may be answered."
      )
    case .information:
      (
        "information: About these questions",
        "Tells people what they need to know before they decide whether to take part."
      )
    case .consent:
      ("consent: Taking part", "Asks what people agree to, before the first question.")
    case .support:
      ("support: If this brings things up", "Says where people can turn; it is never far away.")
    case .debrief: ("debrief: Thank you", "Says what people read at the end.")
    case .scale:
      ("scale agreement", "Lists answers that several items share, each with its number.")
    case .group:
      ("group team: Team", "Says how people's answers are told apart when results are compared.")
    case .section:
      (
        "section listening: Being listened to",
        "Begins a part of the questionnaire; the items below it belong to it."
      )
    case .item:
      (
        "item heard: My worker listens to me.",
        "Asks one question, or makes one statement to agree with or not."
      )
    case .construct:
      (
        "construct feeling_heard: Feeling heard",
        "Says which items belong together and how their answers become one score."
      )
    case .form:
      ("form short: Short form", "Names a shorter set of the items that people may choose.")
    case .analysis: ("analysis", "Says what all plans share unless they say otherwise.")
    case .plan:
      (
        "plan by_team: Do people in the two teams feel equally heard?",
        "Writes down one question to the answers, before anybody has seen them."
      )
    case .study:
      (
        "study leeds_2026: Being met in Leeds",
        "Begins the file of a study: the team's own part, kept apart from the questions."
      )
    case .lock:
      (
        "lock of being_met",
        "Begins the file that says what was frozen, and when; attune freeze writes it."
      )
    case .translation:
      (
        "translation of being_met",
        "Begins the file of a translation; its blocks mirror those of the instrument."
      )
    case .simulation:
      (
        "simulation keep_study: Keeping in Touch, at the sizes of its study",
        "Begins the file of a simulation: which people are made up, and how they answer."
      )
    case .people:
      ("people outreach: People who see an outreach team", "Makes up one kind of people.")
    case .scores: ("scores", "Says how true scores go together.")
    case .factor:
      ("factor general: What all parts share", "Says what some scores have in common.")
    case .items: ("items", "Says how true scores become answers.")
    case .profile:
      ("profile mid: In the middle", "Says where answers change from one to the next.")
    case .missing: ("missing", "Says how often there is no answer, and why.")
    case .stopping: ("stopping", "Says who stops early.")
    case .careless: ("careless", "Says who answers without reading.")
    case .sincere: ("sincere", "Says who means one answer throughout.")
    case .sites: ("sites site: Six places", "Says how alike people of one place are.")
    case .retest: ("retest later: Two weeks on", "Says who is asked again.")
    case .faults: ("faults", "Says what is wrong on purpose.")
    }
  }
}
