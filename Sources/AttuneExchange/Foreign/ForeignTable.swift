/// What a statistical program's file holds: its variables with their labels, and the values.
public struct ForeignTable: Sendable, Hashable {
  public struct Variable: Sendable, Hashable, Codable {
    public struct Label: Sendable, Hashable, Codable {
      public let value: Double
      public let words: String
    }

    public let name: String
    /// What the variable is, in words; empty where nobody said.
    public let label: String
    public let isText: Bool
    /// The program's way to show it: `F8`, `SDATE10`.
    public let format: String
    public internal(set) var labels: [Label]
    /// What Stata's `.a` to `.z` mean, by their letters.
    public internal(set) var tags: [String: String] = [:]
    /// `nominal`, `ordinal`, `scale` or `unknown`.
    public let measure: String
  }

  public enum Value: Sendable, Hashable {
    case number(Double)
    case text(String)
    /// A number that the file calls missing.
    case userMissing(Double)
    /// One of Stata's `.a` to `.z`, by its letter.
    case tagged(Character)
    case missing
  }

  public let title: String
  public let notes: [String]
  public let variables: [Variable]
  public let rows: [[Value]]
}

extension ForeignTable {
  /// What stands before the values on their way out of the child process.
  struct Head: Codable {
    var title = ""
    var notes: [String] = []
    var variables: [Variable] = []
  }
}
