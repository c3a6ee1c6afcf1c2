public import AttuneData
public import AttuneDigest

/// A delimited file, or standard input, as read.
public struct DelimitedFile: Sendable {
  /// As given; `-` for standard input.
  public let path: String
  /// Of the bytes as read.
  public let fingerprint: Fingerprint
  public let columns: DataColumns

  /// Reads a file in pieces, so that it is never held whole.
  ///
  /// - Parameters:
  ///   - path: A file, or `-` for standard input.
  ///   - format: How it is written.
  ///   - choosing: Given the names of the columns, says which are wanted.
  /// - Throws: `FileError`, `DelimitedTextError`, or what `choosing` throws.
  public init(
    reading path: String, format: DelimitedFormat = DelimitedFormat(),
    choosing: (_ columns: [String]) throws -> ColumnRequest
  ) throws {
    fatalError("not written yet")
  }
}
