import AttuneDigest
import Foundation

/// A folder that `attune study backup` wrote: a study as it was, and a list of its files with their
/// SHA-256, in the form that `sha256sum --check` reads.
struct BackupFolder {
  static let listName = "backup.sha256"

  let path: String

  /// Whether a folder is a backup, which nobody answers in.
  static func isBackup(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/" + listName)
  }

  /// Writes the list of every file in the folder.
  func list() throws {
    let lines = try files().map { "\(try fingerprint(of: $0))  \($0)" }
    try write(lines.joined(separator: "\n") + "\n", to: path + "/" + Self.listName)
  }

  /// The files of the list, each as it was when the backup was made.
  func verified() throws -> [String] {
    guard let list = try? String(contentsOfFile: path + "/" + Self.listName, encoding: .utf8) else {
      throw failure(
        "'\(path)' is not a backup: there is no \(Self.listName) in it. "
          + "To make one: attune study backup STUDY FOLDER")
    }
    let names = try list.split(separator: "\n").map { line in
      let fingerprint = String(line.prefix(64))
      let name = String(line.dropFirst(66))
      guard line.utf8.count > 66, !name.hasPrefix("/"), !name.contains("..") else {
        throw failure("I cannot read the list '\(path)/\(Self.listName)'; nothing was restored.")
      }
      guard FileManager.default.fileExists(atPath: path + "/" + name) else {
        throw failure("'\(name)' is missing in the backup '\(path)'; nothing was restored.")
      }
      guard try self.fingerprint(of: name).description == fingerprint else {
        throw failure(
          "'\(name)' in the backup '\(path)' is not as it was written; nothing was restored. "
            + "Please use another backup.")
      }
      return name
    }
    return names
  }

  private func files() throws -> [String] {
    let all = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return all.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
        && !isFolder.boolValue && name != Self.listName
    }.sorted()
  }

  private func fingerprint(of name: String) throws -> Fingerprint {
    guard let handle = FileHandle(forReadingAtPath: path + "/" + name) else {
      throw FileFailure.unreadable(path + "/" + name)
    }
    defer { try? handle.close() }
    var builder = Fingerprint.Builder()
    do {
      while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty { builder.add(part) }
    } catch { throw FileFailure.unreadable(path + "/" + name) }
    return builder.fingerprint
  }
}

/// Makes a folder whole or not at all: under a hidden name beside it until `fill` is done.
///
/// What is already there is never overwritten.
func makeFolder(_ folder: String, _ fill: (_ unfinished: String) throws -> Void) throws {
  let files = FileManager.default
  guard !files.fileExists(atPath: folder) else { throw FileFailure.exists(folder) }
  let url = URL(filePath: folder)
  let unfinished =
    url.deletingLastPathComponent().path + "/.\(url.lastPathComponent).unfinished"
  try? files.removeItem(atPath: unfinished)
  do {
    try files.createDirectory(
      atPath: unfinished, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  } catch {
    throw FileFailure.unwritable(folder, reason: words(for: error))
  }
  do {
    try fill(unfinished)
    try files.moveItem(atPath: unfinished, toPath: folder)
  } catch {
    try? files.removeItem(atPath: unfinished)
    let isSystems = (error as NSError).domain == NSCocoaErrorDomain
    throw isSystems ? FileFailure.unwritable(folder, reason: words(for: error)) : error
  }
}
