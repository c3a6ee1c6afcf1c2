import Foundation

/// Why a store cannot be used, in words for the team; no answer is ever part of them.
public enum StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  case notAStore(path: String)
  /// Written by a later release; not a byte of it was changed.
  case newer(path: String, version: Int, known: Int)
  case notDurable(synchronous: Int)
  case cannotOpen(path: String, reason: String)
  case cannotWrite(reason: String)
  case damaged(path: String, session: Int64)
  /// Something in the file was changed, moved or lost by another hand than ours.
  case changedOutside(path: String)
  case cannotCopy(path: String, reason: String)
  /// Another program kept the store for itself for half a minute.
  case busy(path: String)
  /// Another program is reading, so that nothing can be erased for good.
  case inUse(path: String)
  /// Deleted answers can still be found in a file of the store.
  case notErased(path: String)

  /// What the system answered, in words that say what to do where it is plain.
  static func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM, EROFS:
      "its folder cannot be written in, and that is needed even to read answers"
    case ENOSPC, EDQUOT: "the disk is full"
    default: String(cString: strerror(code)).lowercased()
    }
  }

  public var description: String {
    switch self {
    case .notAStore(let path):
      "'\(path)' is not a store of answers that attune wrote. Nothing in it was changed."
    case .newer(let path, let version, let known):
      "'\(path)' was written by a newer attune (store version \(version); this one knows \(known)). "
        + "Nothing in it was changed. Please update attune."
    case .notDurable(let synchronous):
      "The store would not promise to survive a power cut (synchronous is \(synchronous), not 2)."
    case .cannotOpen(let path, let reason):
      "I could not open '\(path)': \(reason)."
    case .cannotWrite(let reason):
      "The answer could not be saved: \(reason)."
    case .busy(let path):
      "Another program has been writing in '\(path)' for half a minute. Close it and try again."
    case .inUse(let path):
      "Another program is reading '\(path)', so nothing was deleted yet. Close it and try again."
    case .notErased(let path):
      "The answers are deleted, but traces of them are left in the files of '\(path)'. Close every "
        + "other program that uses it; 'attune study status' then removes them."
    case .changedOutside(let path):
      "'\(path)' is not as it was saved: something in it was changed, moved or lost. Restore it "
        + "from a backup: attune study restore BACKUP FOLDER"
    case .cannotCopy(let path, let reason):
      "I could not write the copy '\(path)': \(reason)."
    case .damaged(let path, let session):
      "Record \(session) in '\(path)' is not as it was saved: an entry was changed, moved or lost. "
        + "Restore the file from a backup."
    }
  }
}
