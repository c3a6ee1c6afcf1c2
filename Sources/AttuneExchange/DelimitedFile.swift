public import AttuneData
public import AttuneDigest
import Dispatch

/// A delimited file, or standard input, as read; packed with gzip or not.
public struct DelimitedFile: Sendable {
  /// As given; `-` for standard input.
  public let path: String
  /// Of the bytes as they stand in the file, packed if it is.
  public let fingerprint: Fingerprint
  /// The names of all columns, those that were not wanted too.
  public let header: [String]
  public let columns: DataColumns
  /// What an SPSS or Stata file says of the columns that were wanted; empty of any other.
  public let foreign: [ForeignColumn]

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
    var content = Content(
      path,
      DelimitedParser(format: format) { names in
        header.names = names
        return try choosing(names)
      })
    var fingerprint = Fingerprint.Builder()
    let source = try ByteSource(path)
    var count = 0
    try source.forEach { piece in
      try atOnce({ try content.take(piece, isFirst: count == 0) }, { fingerprint.add(piece) })
      count += piece.count
      progress(count)
    }
    self.path = path
    self.fingerprint = fingerprint.fingerprint
    columns = try content.finish()
    self.header = header.names
    foreign = []
  }

  /// The values of an SPSS or Stata file, read as if they were saved as CSV; what the file calls
  /// missing is blank.
  ///
  /// - Throws: `DelimitedTextError`, or what `choosing` throws.
  public init(
    of file: ForeignFile, format: DelimitedFormat = DelimitedFormat(),
    choosing: @escaping (_ columns: [String]) throws -> ColumnRequest
  ) throws {
    let format = DelimitedFormat(
      separator: .comma, hasDecimalComma: false, missing: format.missing)
    var parser = DelimitedParser(format: format, choosing: choosing)
    var text = file.table.csv()
    try text.withUTF8 { try parser.parse($0) }
    path = file.path
    fingerprint = file.fingerprint
    header = file.table.variables.map(\.name)
    columns = try parser.finish()
    let wanted = Set(columns.scores.names).union(columns.levels.keys)
    foreign = header.filter(wanted.contains).compactMap { ForeignColumn($0, of: file.table) }
  }

  /// Holds the names until the file has been read.
  private final class Header {
    var names: [String] = []
  }
}

/// What a file holds, on its way to columns.
private struct Content {
  private let path: String
  private var parser: DelimitedParser
  private var archive: GzipReader?
  /// What is wrong with the text of an archive, told once it is known that the archive is sound.
  private var complaint: (any Error)?

  init(_ path: String, _ parser: DelimitedParser) {
    self.path = path
    self.parser = parser
  }

  mutating func take(_ piece: UnsafeBufferPointer<UInt8>, isFirst: Bool) throws {
    if isFirst {
      if GzipReader.begins(piece) { archive = GzipReader() }
      if piece.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw FileError.isWorkbook(path: path) }
    }
    guard let archive else { return try parser.parse(piece) }
    try unpacking { content in try archive.unpack(piece) { content.parse($0) } }
  }

  mutating func finish() throws -> DataColumns {
    if let archive { try unpacking { content in try archive.finish { content.parse($0) } } }
    if let complaint { throw complaint }
    return try parser.finish()
  }

  private mutating func parse(_ piece: UnsafeBufferPointer<UInt8>) {
    guard complaint == nil else { return }
    do { try parser.parse(piece) } catch { complaint = error }
  }

  private mutating func unpacking(_ work: (inout Content) throws -> Void) throws {
    do {
      try work(&self)
    } catch let fault as GzipReader.Fault {
      switch fault {
      case .cutShort: throw FileError.archiveCutShort(path: path)
      case .damaged: throw FileError.archiveDamaged(path: path)
      case .tooMuch: throw FileError.archiveTooLarge(path: path)
      }
    }
  }
}

/// Does two things at the same time, and throws what the first throws once both are over.
private func atOnce(_ first: () throws -> Void, _ second: () -> Void) throws {
  var failure: (any Error)?
  withoutActuallyEscaping(first) { first in
    withoutActuallyEscaping(second) { second in
      // Neither touches what the other does, and both are over before this is.
      nonisolated(unsafe) let (first, second) = (first, second)
      nonisolated(unsafe) var thrown: (any Error)?
      DispatchQueue.concurrentPerform(iterations: 2) { index in
        guard index == 0 else { return second() }
        do { try first() } catch { thrown = error }
      }
      failure = thrown
    }
  }
  if let failure { throw failure }
}
