/// A perspective from which the questions may be answered.
public struct Role: Sendable, Hashable, Codable {
  public var name: String
  /// What people choose: `I use the service`.
  public var label: String

  public init(name: String, label: String) {
    self.name = name
    self.label = label
  }
}

/// How a person says which role is theirs, where an instrument has several.
public struct RoleChoice: Sendable, Hashable, Codable {
  public var question: InsertText
  /// The choice for people to whom both roles apply; `nil` when it is not offered.
  public var bothLabel: String?
  /// Asked of them next: which they would like to answer for today.
  public var bothQuestion: InsertText?

  public init(question: InsertText, bothLabel: String? = nil, bothQuestion: InsertText? = nil) {
    self.question = question
    self.bothLabel = bothLabel
    self.bothQuestion = bothQuestion
  }
}
