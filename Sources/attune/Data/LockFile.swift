import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation

/// The lock that belongs to an instrument's file: beside it, of the same name, ending in `.lock`.
struct LockFile {
  let path: String

  init(beside instrument: String) {
    let ending = ".instrument"
    let name = instrument.hasSuffix(ending) ? instrument.dropLast(ending.count) : instrument[...]
    path = name + ".lock"
  }

  /// The file as it is; `nil` where the instrument is not frozen.
  func text() throws -> SourceText? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try SourceText(path: path)
  }
}

extension StudyFolder {
  /// How the study's instrument stands to its lock.
  enum Freeze {
    case notFrozen
    case unreadable
    case frozen(LockComparison)
  }

  func freeze() throws -> Freeze {
    guard let text = try LockFile(beside: instrumentText.name).text() else { return .notFrozen }
    guard let lock = LockCompilation(of: text).lock else { return .unreadable }
    return .frozen(try lock.comparison(with: instrument))
  }
}
