public import AttuneDiagnostics

/// Why a name stays as it is.
public enum RenamingRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  case nothingNamed
  /// A code is kept in the data; it is not a name.
  case code(String)
  case notAName(String)
  /// The file would have a fault that it has not now: its title.
  case wouldBreak(String, finding: String)

  public var description: String {
    switch self {
    case .nothingNamed: "I know of no name here that this file gives."
    case .code(let code):
      "\(code) is a code, which is kept in the data. Please change it by hand where it is meant."
    case .notAName(let name):
      """
      The name "\(name)" will not work. Names have small letters a to z, digits and _, start with \
      a letter and have at most 32 characters.
      """
    case .wouldBreak(let name, let finding):
      "I left the name as it is. With \"\(name)\" I would find: \(finding)."
    }
  }
}

extension Outline {
  /// The definition whose name at `offset` can be changed.
  public func renamable(at offset: Int) throws(RenamingRefusal) -> Mention {
    guard let mention = mention(at: offset), let definition = mention.definition else {
      throw .nothingNamed
    }
    guard definition.isWord else { throw .code(definition.name) }
    return mention
  }

  /// The edits that change the name at `offset` wherever the file gives or uses it.
  ///
  /// The file that they make is checked: a name that is taken, or that the language keeps for
  /// itself, is refused.
  public func renaming(
    at offset: Int, to name: String
  ) throws(RenamingRefusal) -> [Fix.Edit] {
    let mention = try renamable(at: offset)
    guard isName(name) else { throw .notAName(name) }
    guard let definition = mention.definition else { throw .nothingNamed }
    guard name != definition.name else { return [] }
    let edits = places(of: definition).map { Fix.Edit($0, with: name) }
    guard let renamed = source.applying(edits) else { throw .nothingNamed }
    if let fault = newFault(in: renamed) { throw .wouldBreak(name, finding: fault.title) }
    return edits
  }

  private func newFault(in renamed: SourceText) -> Finding? {
    let faults = renamed.findings().filter { $0.level == .mustFix }
    guard !faults.isEmpty else { return nil }
    var known: [String: Int] = [:]
    for finding in source.findings() where finding.level == .mustFix {
      known[finding.code, default: 0] += 1
    }
    return faults.first { finding in
      known[finding.code, default: 0] -= 1
      return known[finding.code, default: 0] < 0
    }
  }
}
