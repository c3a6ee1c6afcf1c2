import AttuneTables

/// Why a file cannot be read.
public enum FileError: Error, Sendable, Hashable {
  case missing(path: String)
  case isFolder(path: String)
  case notAllowed(path: String)
  /// Anything else, in the words of the operating system.
  case unreadable(path: String, reason: String)
}

extension FileError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path): "there is no file '\(path.inert)'"
    case .isFolder(let path): "'\(path.inert)' is a folder, not a file"
    case .notAllowed(let path): "this account may not read '\(path.inert)'"
    case .unreadable(let path, let reason): "'\(path.inert)' cannot be read: \(reason)"
    }
  }
}
