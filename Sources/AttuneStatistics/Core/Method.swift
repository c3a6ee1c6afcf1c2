/// What a procedure is called and where it comes from.
public struct Method: Sendable, Hashable {
  /// The name in files and on the command line: `welch-t-test`.
  public let id: String
  /// The name for readers.
  public let title: String
  /// DOIs, the first description first: `doi:10.1007/BF02310555`.
  public let sources: [String]

  public init(_ id: String, _ title: String, sources: [String]) {
    self.id = id
    self.title = title
    self.sources = sources
  }
}
