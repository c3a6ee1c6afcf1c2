/// A questionnaire: its words, answers, routing, scoring and the analyses planned for it.
///
/// A value of this type has been checked: every name in it refers to something, and every item has
/// a way to be answered. It holds nobody's answers. What is optional or new must be absent from
/// the encoding when unused (`nil`), so that hashes of the meaning survive new releases.
public struct Instrument: Sendable, Hashable, Codable {
  public var name: String
  public var title: String
  public var version: String
  public var status: ValidationStatus
  /// A BCP 47 tag: `en-GB`.
  public var language: String
  public var author: String
  public var licence: String
  public var sources: [String] = []
  /// The panel of people with lived experience that reviewed it; `nil` when none has.
  public var reviewedBy: String?
  public var notes: [String] = []
  /// `nil` where days are enough, as they are unless the instrument says otherwise.
  public var timesKept: TimesKept?
  /// Words that a study may set in one place, by insert name.
  public var terms: [String: String]?
  public var roles: [Role] = []
  public var roleChoice: RoleChoice?
  public var information: [Passage] = []
  public var consent: Consent
  public var support: Support
  public var debrief: [Passage] = []
  public var scales: [Scale] = []
  public var groups: [Grouping] = []
  public var sections: [Section] = []
  public var constructs: [Construct] = []
  public var forms: [Form] = []
  public var analysis = AnalysisDefaults()
  public var plans: [Plan] = []

  public init(
    name: String, title: String, version: String, status: ValidationStatus, language: String,
    author: String, licence: String, consent: Consent, support: Support
  ) {
    self.name = name
    self.title = title
    self.version = version
    self.status = status
    self.language = language
    self.author = author
    self.licence = licence
    self.consent = consent
    self.support = support
  }

  /// Every item, in the order of the file.
  public var items: [Item] { sections.flatMap(\.items) }

  public func item(named name: String) -> Item? {
    for section in sections {
      if let item = section.items.first(where: { $0.name == name }) { return item }
    }
    return nil
  }

  public func construct(named name: String) -> Construct? {
    constructs.first { $0.name == name }
  }

  public func group(named name: String) -> Grouping? { groups.first { $0.name == name } }
}

/// How far an instrument has been tested, in the words printed on every table.
public enum ValidationStatus: String, Sendable, Hashable, Codable, CaseIterable {
  case draft = "draft, unvalidated"
  case inPilot = "in pilot, unvalidated"
  case validatedElsewhere = "validated elsewhere"
  case validatedHere = "validated in this setting"
}
