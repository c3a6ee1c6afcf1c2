import AttuneInstrument

/// What a report is about: the people, how they were found, and for whom it is.
public struct ReportSubject: Sendable {
  /// Why some people are not in the results.
  public struct Others: Sendable {
    public let id: String
    public let count: Int
    public let words: String

    public init(_ id: String, _ count: Int, _ words: String) {
      self.id = id
      self.count = count
      self.words = words
    }
  }

  public var sample: StudySample
  public var title: String
  public var view: ReleaseView
  /// `nil` where a file cannot know.
  public var others: [Others]?
  public var banners: [String] = []
  public var version: String
  public var sourceHash: String
  /// The SHA-256 of the instrument's text; `nil` where it is not known.
  public var instrumentHash: String?
  /// The command that makes the report again.
  public var command: String

  public init(
    sample: StudySample, title: String, view: ReleaseView, others: [Others]?, banners: [String],
    version: String, sourceHash: String, command: String
  ) {
    self.sample = sample
    self.title = title
    self.view = view
    self.others = others
    self.banners = banners
    self.version = version
    self.sourceHash = sourceHash
    self.command = command
  }

  var instrument: Instrument { sample.instrument }

  /// Whether a plan counts how often one answer was given to an item.
  func counts(_ plan: Plan, answersTo name: String) -> Bool {
    plan.counting != nil && instrument.item(named: name) != nil
  }
}
