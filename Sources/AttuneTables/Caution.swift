/// Something that the reader of a result should know: data, kept with the result and shown with it.
///
/// Each kind is made by a static function that stands beside the code that notices it.
public struct Caution: Sendable, Hashable {
  /// What kind it is, for programs: `negative-item`.
  public let id: String
  /// The columns, items or groups that it is about, by name.
  public let subjects: [String]
  /// One or two sentences.
  public let text: String

  public init(_ id: String, about subjects: [String] = [], _ text: String) {
    self.id = id
    self.subjects = subjects
    self.text = text
  }
}
