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
  /// Begins a `.design` file; these stand in no other.
  case simulation, people, scores, factor, items, profile, missing, stopping, careless, sincere
  case sites, retest, faults

  static let ofInstruments = allCases.filter {
    ![.study, .lock, .translation].contains($0) && !ofDesigns.contains($0)
  }
  static let ofStudies: [BlockKind] = [.study, .group]
  static let ofLocks: [BlockKind] = [.lock]
  static let ofTranslations =
    [.translation] + ofInstruments.filter { $0.mirrored != nil && $0 != .instrument }
  static let ofDesigns: [BlockKind] = [
    .simulation, .people, .scores, .factor, .items, .profile, .missing, .stopping, .careless,
    .sincere, .sites, .retest, .faults,
  ]

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
    case .simulation: SimulationBlock.self
    case .people: PeopleBlock.self
    case .scores: ScoresBlock.self
    case .factor: FactorBlock.self
    case .items: ItemsBlock.self
    case .profile: ProfileBlock.self
    case .missing: MissingBlock.self
    case .stopping: StoppingBlock.self
    case .careless: CarelessBlock.self
    case .sincere: SincereBlock.self
    case .sites: SitesBlock.self
    case .retest: RetestBlock.self
    case .faults: FaultsBlock.self
    }
  }

  /// Whether a name stands after the word.
  var takesName: Bool {
    switch self {
    case .information, .consent, .support, .debrief, .analysis, .scores, .items, .missing,
      .stopping, .careless, .sincere, .faults:
      false
    case .instrument, .role, .scale, .group, .section, .item, .construct, .form, .plan, .study,
      .lock, .translation, .simulation, .people, .factor, .profile, .sites, .retest:
      true
    }
  }

  /// The small word between the kind and the name: `lock of keep`.
  var preposition: String? { self == .lock || self == .translation ? "of" : nil }

  /// The kind with its article: `an item`.
  var withArticle: String {
    switch self {
    case .instrument, .item, .analysis, .information: "an \(rawValue)"
    case _ where BlockKind.ofDesigns.contains(self): "the block \"\(rawValue)\""
    default: "a \(rawValue)"
    }
  }
}
