/// The kinds of block, by the word that begins them.
enum BlockKind: String, Sendable, Hashable, CaseIterable {
  case instrument, role, information, consent, support, debrief, scale, group, section, item
  case construct, form, analysis, plan
  /// Begins a `.study` file, and stands in no other.
  case study
  /// Begins a `.lock` file, and stands in no other.
  case lock
  /// Begins a `.translation` file, and stands in no other.
  case translation

  static let ofInstruments = allCases.filter { ![.study, .lock, .translation].contains($0) }
  static let ofStudies: [BlockKind] = [.study, .group]
  static let ofLocks: [BlockKind] = [.lock]
  static let ofTranslations =
    [.translation] + ofInstruments.filter { $0.mirrored != nil && $0 != .instrument }

  /// What a block of this kind is read into.
  var syntax: any BlockSyntax.Type {
    switch self {
    case .instrument: InstrumentBlock.self
    case .role: RoleBlock.self
    case .information, .debrief: PassageBlock.self
    case .consent: ConsentBlock.self
    case .support: SupportBlock.self
    case .scale: ScaleBlock.self
    case .group: GroupBlock.self
    case .section: SectionBlock.self
    case .item: ItemBlock.self
    case .construct: ConstructBlock.self
    case .form: FormBlock.self
    case .analysis: AnalysisBlock.self
    case .plan: PlanBlock.self
    case .study: StudyBlock.self
    case .lock: LockBlock.self
    case .translation: TranslationDetails.self
    }
  }

  /// Whether a name stands after the word.
  var takesName: Bool {
    switch self {
    case .information, .consent, .support, .debrief, .analysis: false
    case .instrument, .role, .scale, .group, .section, .item, .construct, .form, .plan, .study,
      .lock, .translation:
      true
    }
  }

  /// The small word between the kind and the name: `lock of keep`.
  var preposition: String? { self == .lock || self == .translation ? "of" : nil }

  /// The kind with its article: `an item`.
  var withArticle: String {
    switch self {
    case .instrument, .item, .analysis, .information: "an \(rawValue)"
    default: "a \(rawValue)"
    }
  }
}
