public import AttuneData
public import AttuneDigest

/// A delimited file, or standard input, as read.
public struct DelimitedFile: Sendable {
  /// As given; `-` for standard input.
  public let path: String
  /// Of the bytes as read.
  public let fingerprint: Fingerprint
  /// The names of all columns, those that were not wanted too.
  public let header: [String]
  public let columns: DataColumns

  /// Reads a file in pieces, so that it is never held whole.
  ///
  /// - Parameters:
  ///   - path: A file, or `-` for standard input.
  ///   - format: How it is written.
  ///   - progress: Told the number of bytes read so far, from time to time.
  ///   - choosing: Given the names of the columns, says which are wanted.
  /// - Throws: `FileError`, `DelimitedTextError`, or what `choosing` throws.
  public init(
    reading path: String, format: DelimitedFormat = DelimitedFormat(),
    progress: (Int) -> Void = { _ in },
    choosing: @escaping (_ columns: [String]) throws -> ColumnRequest
  ) throws {
    let header = Header()
    var parser = DelimitedParser(format: format) { names in
      header.names = names
      return try choosing(names)
    }
    var fingerprint = Fingerprint.Builder()
    let source = try ByteSource(path)
    var count = 0
    try source.forEach { piece in
      fingerprint.add(piece)
      try parser.parse(piece)
      count += piece.count
      progress(count)
    }
    self.path = path
    self.fingerprint = fingerprint.fingerprint
    columns = try parser.finish()
    self.header = header.names
  }

  /// Holds the names until the file has been read.
  private final class Header {
    var names: [String] = []
  }
}
