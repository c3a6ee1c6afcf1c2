import AttuneExchange
import Foundation

/// What the file system answers, in words, with the path as the person gave it.
enum FileFailure: Error, CustomStringConvertible {
  case missing(String)
  case folder(String)
  case unreadable(String)
  case unwritable(String, reason: String)
  case exists(String)

  var description: String {
    switch self {
    case .missing(let path): "I could not find '\(path)'. Is the name spelt as it is in its folder?"
    case .folder(let path): "'\(path)' is a folder; I need a file."
    case .unreadable(let path): "I am not allowed to read '\(path)'."
    case .unwritable(let path, let reason): "I could not write '\(path)': \(reason)."
    case .exists(let path): "'\(path)' is already there; nothing was changed."
    }
  }
}

/// Writes a file whole or not at all, readable by its owner alone.
func write(_ text: String, to path: String) throws {
  try write(Data(text.utf8), to: path)
}

/// Writes a file whole or not at all, readable by its owner alone.
func write(_ data: Data, to path: String) throws {
  let url = URL(filePath: path)
  do {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url, options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  } catch {
    throw FileFailure.unwritable(path, reason: words(for: error))
  }
}

/// Writes a workbook whole or not at all, readable by its owner alone.
func write(_ workbook: Workbook, to path: String) throws {
  try workbook.check()
  let url = URL(filePath: path)
  let part = url.deletingLastPathComponent()
    .appending(path: ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
  do {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: part) }
    try workbook.write(to: part.path(percentEncoded: false))
    try write(try Data(contentsOf: part), to: path)
  } catch let error as ExportError {
    throw error
  } catch let error as FileFailure {
    throw error
  } catch {
    throw FileFailure.unwritable(path, reason: words(for: error))
  }
}

/// What the system said, without Foundation's own way of printing it.
func words(for error: any Error) -> String {
  let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
  let code = underlying?.domain == NSPOSIXErrorDomain ? underlying?.code : nil
  return code.map { String(cString: strerror(Int32($0))).lowercased() }
    ?? "the folder may be read-only, or the disk full"
}
