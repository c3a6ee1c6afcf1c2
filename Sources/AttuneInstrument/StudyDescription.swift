/// The team's own part of a study: who asks, where answers are kept, until when.
///
/// Blank details are `nil`. Live collection waits for those that people are told about.
public struct StudyDescription: Sendable, Hashable, Codable {
  public var name: String
  public var title: String
  /// The instrument's file name, in the study's folder.
  public var instrument: String
  public var team: String?
  public var contact: String?
  public var complaints: String?
  public var purpose: String?
  public var keptWhere: String?
  public var whoSees: String?
  public var localLine: String?
  /// Dates are ISO 8601 days: `2026-11-22`.
  public var withdrawUntil: String?
  public var keepUntil: String?
  public var helplinesCheckedOn: String?
  public var setAsideDays = 14
  /// Never under 5.
  public var smallestGroupShown = 10
  /// Items and sections that this study asks although they are off by default.
  public var turnedOn: [String] = []
  public var terms: [String: String] = [:]
  public var occasions: [String] = []
  public var groups: [Grouping] = []
  public var publicKey: String?

  public init(name: String, title: String, instrument: String) {
    self.name = name
    self.title = title
    self.instrument = instrument
  }
}
