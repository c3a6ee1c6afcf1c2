/// A part of the questionnaire: text to read and items, in order.
public struct Section: Sendable, Hashable, Codable {
  /// Where the section stands, when not in the order of the file.
  public enum Place: String, Sendable, Hashable, Codable, CaseIterable {
    case beforeInformation = "before information"
    case afterReview = "after review"
  }

  public var name: String
  public var title: String
  public var paragraphs: [Paragraph] = []
  /// Stands over each item, as over the lines of a checklist.
  public var stem: InsertText?
  public var showWhen: Condition?
  public var contentNote: InsertText?
  /// The items that the content note is about, for people who can be asked one; `nil` for all.
  public var notedItems: [String]?
  /// The question that gates an optional section; *no* is recorded as `notChosen`.
  public var askFirst: InsertText?
  /// Whether a check-in follows; by default it does where a content note was shown.
  public var checkIn: Bool?
  public var isShuffled: Bool?
  /// Items that keep their place when the rest are shuffled.
  public var keptInPlace: [String]?
  public var onlyFor: String?
  /// Asked only where the study turns it on.
  public var isAskedOnRequest: Bool?
  public var place: Place?
  public var keeping: Item.Keeping?
  public var notes: [String] = []
  public var items: [Item] = []

  public init(name: String, title: String, items: [Item] = []) {
    self.name = name
    self.title = title
    self.items = items
  }
}
