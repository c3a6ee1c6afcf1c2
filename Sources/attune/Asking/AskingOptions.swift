import ArgumentParser
import AttuneDiagnostics
import AttuneInstrument
import AttuneSession
import AttuneStore

/// What the facilitator may set before a person sees anything.
struct AskingOptions: ParsableArguments {
  @Option(
    help: "Set a group beforehand, as in site=north; may repeat.",
    transform: { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(\.trimmingSpaces)
      guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
        throw ValidationError("'--set \(text)' is not GROUP=LEVEL, as in site=north.")
      }
      return (parts[0], parts[1])
    })
  var set: [(String, String)] = []

  @Option(help: "The role to ask for; the person is then not asked.")
  var role: String?

  @Option(help: "The form to ask; the person is then not asked how much to answer.")
  var form: String?

  @Option(help: "The language to ask in: the instrument's, or a translation's beside it.")
  var language: String?

  @Flag(
    help: "Somebody reads aloud or types for the person; only that help was given is recorded.")
  var withHelp = false

  /// Checks every name against the instrument and the study.
  func start(
    _ instrument: Instrument, _ study: StudyDescription?, isFromPaper: Bool = false
  ) throws -> SessionStart {
    if let role, !instrument.roles.contains(where: { $0.name == role }) {
      throw instrument.unknown(role, "role", among: instrument.roles.map(\.name))
    }
    if let form, !instrument.forms.contains(where: { $0.name == form }) {
      throw instrument.unknown(form, "form", among: instrument.forms.map(\.name))
    }
    var details: [String: String] = [:]
    let groups =
      instrument.groups.filter { $0.source == .facilitator } + (study?.groups ?? [])
    for (name, level) in set {
      var known = groups.first { $0.name == name }?.levels.map(\.name)
      if name == "occasion", let occasions = study?.occasions, !occasions.isEmpty {
        known = occasions
      }
      guard let known else {
        throw instrument.unknown(name, "group to set", among: groups.map(\.name))
      }
      guard known.isEmpty || known.contains(level) else {
        throw failure("'\(name)' has no level '\(level)'; it has \(known.joined(separator: ", ")).")
      }
      guard details.updateValue(level, forKey: name) == nil else {
        throw failure("'\(name)' is set twice.")
      }
    }
    return SessionStart(
      details: details, role: role, form: form, isHelpGiven: withHelp, isFromPaper: isFromPaper)
  }
}

extension SessionSetting {
  init(
    _ asked: AskedInstrument, study: StudyDescription?, purpose: Purpose, start: SessionStart,
    code: PersonCode?, showsProgress: Bool = true, answeredOn: String? = nil
  ) {
    self.init(
      instrument: asked.shown, study: study, purpose: purpose, role: start.role, form: start.form,
      resumeCode: code?.description, withdrawalCode: code?.description, details: start.details,
      isHelpGiven: start.isHelpGiven, showsProgress: showsProgress,
      catalogue: asked.catalogue, answeredOn: answeredOn)
  }
}

extension StudyFolder {
  /// A new person's interview, kept with the real answers or apart with practice.
  func interview(
    _ options: AskingOptions, showsProgress: Bool, practice: Bool
  ) throws -> Interview {
    var generator = SystemRandomNumberGenerator()
    let code = PersonCode.random(using: &generator)
    let asked = try AskedInstrument(instrument, instrumentText, in: options.language)
    if !practice { try asked.mustBeWhole() }
    asked.sayWhatIsUnchecked()
    let start = try options.start(instrument, study)
    let journal = Journal(
      try openStoreForAPerson(practice: practice), asked, code: code, start: start,
      isPractice: practice)
    return Interview(
      SessionSetting(
        asked, study: study, purpose: practice ? .practice : .live, start: start, code: code,
        showsProgress: showsProgress),
      journal: journal)
  }
}

extension AskedInstrument {
  /// People who are asked for real read one language, from what they agree to up to the last
  /// question.
  func mustBeWhole() throws {
    guard let first = gaps.first else { return }
    let path = TranslationFiles(beside: text.name).path(for: shown.language)
    throw failure(
      """
      '\(path)' is not ready for real answers yet: \(gaps.count) of the texts that people read \
      are not translated as they are now, such as: \(first.words)
      'attune check \(path)' shows where. To practise meanwhile: attune try
      """)
  }
}
