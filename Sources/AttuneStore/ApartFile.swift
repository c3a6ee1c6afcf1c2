public import AttuneInstrument
import Foundation

/// Answers that are kept apart: a file of their own, with no link to anybody's other answers.
///
/// Each answer is a line of JSON. The lines are put in a new random order with every addition,
/// because the order of lines would be a link.
public struct ApartFile: Sendable {
  private struct Line: Codable {
    let item: String
    let answer: Answer
  }

  public let path: String

  public init(path: String) { self.path = path }

  /// The file that belongs to a store.
  public init(besides store: ResponseStore) {
    path = URL(filePath: store.path).deletingLastPathComponent().path() + "apart.jsonl"
  }

  /// Overwrites what the file holds, and removes it.
  public func erase() throws(StoreError) {
    guard let size = FileManager.default.contents(atPath: path)?.count else { return }
    do {
      let handle = try FileHandle(forWritingTo: URL(filePath: path))
      try handle.write(contentsOf: Data(count: size))
      try handle.synchronize()
      try handle.close()
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw .cannotWrite(reason: "the file for answers kept apart cannot be deleted")
    }
  }

  public func add(item: String, _ answer: Answer) throws(StoreError) {
    do {
      let old = FileManager.default.contents(atPath: path) ?? Data()
      var lines = old.split(separator: UInt8(ascii: "\n")).map { Data($0) }
      lines.append(try JSONEncoder().encode(Line(item: item, answer: answer)))
      lines.shuffle()
      try Data(lines.joined(separator: [UInt8(ascii: "\n")]))
        .write(to: URL(filePath: path), options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    } catch {
      throw .cannotWrite(reason: "the file for answers kept apart cannot be written")
    }
  }
}
