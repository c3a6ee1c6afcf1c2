import Foundation

/// What the first 100 bytes of a SQLite file say, read without opening it as a database.
///
/// Format: https://www.sqlite.org/fileformat2.html#the_database_header
struct StoreHeader {
  let applicationID: Int
  let userVersion: Int

  /// `nil` where there is no file, or an empty one.
  init?(path: String) throws(StoreError) {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let bytes: Data
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? handle.close() }
      bytes = try handle.read(upToCount: 100) ?? Data()
    } catch {
      throw .cannotOpen(path: path, reason: "it cannot be read")
    }
    if bytes.isEmpty { return nil }
    guard bytes.count == 100, bytes.starts(with: Data("SQLite format 3\0".utf8)) else {
      throw .notAStore(path: path)
    }
    func integer(at offset: Int) -> Int {
      bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    userVersion = integer(at: 60)
    applicationID = integer(at: 68)
  }
}
