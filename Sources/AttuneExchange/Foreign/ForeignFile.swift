public import AttuneDigest
import AttuneTables
import Foundation

/// An SPSS or Stata file, read by a child process that can do nothing else.
public struct ForeignFile: Sendable {
  public let path: String
  public let fingerprint: Fingerprint
  public let table: ForeignTable

  /// Reads `path` with `reader`, a program and its arguments that call `ForeignReader.serve()`.
  public init(_ path: String, reader: (program: String, arguments: [String])) throws {
    var fingerprint = Fingerprint.Builder()
    try ByteSource(path).forEach { fingerprint.add($0) }
    guard let file = FileHandle(forReadingAtPath: path) else { throw FileError.missing(path: path) }
    let process = Process()
    process.executableURL = URL(filePath: reader.program)
    process.arguments = reader.arguments
    let (output, messages) = (Pipe(), Pipe())
    process.standardInput = file
    process.standardOutput = output
    process.standardError = messages
    do { try process.run() } catch {
      throw ForeignFileError(path: path, reason: "the reader could not be started")
    }
    // The limit of processor time does not end one that waits.
    let deadline = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(
      deadline: .now() + .seconds(Int(ForeignReader.mostSeconds) + 5), execute: deadline)
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    let said = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    deadline.cancel()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      // Its own words, unless it was stopped, or fell.
      let words = String(decoding: said.prefix(200), as: UTF8.self)
      let ownWords = process.terminationReason == .exit && process.terminationStatus == 1
      throw ForeignFileError(
        path: path,
        reason: ownWords && !words.isEmpty
          ? "the library says '\(words.inert)'"
          : "reading it took more than \(ForeignReader.mostMemory >> 20) MiB or "
            + "\(ForeignReader.mostSeconds) seconds, or failed")
    }
    self.path = path
    self.fingerprint = fingerprint.fingerprint
    guard let table = Self.table(of: Array(bytes)) else {
      throw ForeignFileError(path: path, reason: "what came of it makes no table")
    }
    self.table = table
  }

  private static func table(of bytes: [UInt8]) -> ForeignTable? {
    var place = 0
    func take(_ count: Int) -> ArraySlice<UInt8>? {
      guard count <= bytes.count - place else { return nil }
      defer { place += count }
      return bytes[place..<place + count]
    }
    func number(_ count: Int) -> UInt64? {
      take(count)?.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    guard let length = number(4), let json = take(Int(length)),
      let head = try? JSONDecoder().decode(ForeignTable.Head.self, from: Data(json))
    else { return nil }
    var values: [ForeignTable.Value] = []
    while place < bytes.count {
      switch take(1)?.first {
      case ForeignBytes.missing: values.append(.missing)
      case ForeignBytes.tagged:
        guard let byte = take(1)?.first else { return nil }
        values.append(.tagged(ForeignBytes.letter(byte)))
      case ForeignBytes.text:
        guard let length = number(4), let text = take(Int(length)) else { return nil }
        values.append(.text(String(decoding: text, as: UTF8.self)))
      case let tag:
        guard let bits = number(8) else { return nil }
        let value = Double(bitPattern: bits)
        values.append(tag == ForeignBytes.userMissing ? .userMissing(value) : .number(value))
      }
    }
    let width = head.variables.count
    guard width > 0, values.count % width == 0 else { return nil }
    let rows = stride(from: 0, to: values.count, by: width).map { Array(values[$0..<$0 + width]) }
    return ForeignTable(
      title: head.title, notes: head.notes, variables: head.variables, rows: rows)
  }
}

/// Why a foreign file could not be read.
public struct ForeignFileError: Error, Sendable, Hashable, CustomStringConvertible {
  public let path: String
  public let reason: String

  public var description: String {
    "'\(path.inert)' could not be read as an SPSS or Stata file: \(reason). Nothing was written"
  }
}
