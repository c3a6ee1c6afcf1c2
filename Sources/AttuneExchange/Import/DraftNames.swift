import Foundation

/// Names that the instrument language takes, each once.
struct DraftNames {
  /// Words that conditions, statistics programs and inserts use themselves.
  private static let reserved: Set<String> = [
    "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with", "role",
    "form", "both_roles", "help_given", "team", "contact", "complaints", "purpose", "kept_where",
    "who_sees", "local_line", "withdraw_until", "keep_until", "set_aside_days", "smallest_group",
    "questions", "minutes", "short_questions", "answered",
  ]
  static let longest = 32

  private var taken: Set<String> = []

  mutating func settle(_ name: String, orElse fallback: String = "item") -> String {
    var base = Self.plain(name)
    if base.isEmpty { base = fallback }
    if base.first?.isLetter != true { base = "q_" + base }
    if Self.reserved.contains(base) { base += "_q" }
    base = String(base.prefix(Self.longest))
    var settled = base
    var count = 1
    while !taken.insert(settled).inserted {
      count += 1
      settled = String(base.prefix(Self.longest - "_\(count)".count)) + "_\(count)"
    }
    return settled
  }

  /// Small letters, digits and underlines: `Q 1.a` is `q_1_a`, `Größe` is `grosse`.
  private static func plain(_ name: String) -> String {
    let latin =
      name.applyingTransform(StringTransform("Any-Latin; Latin-ASCII"), reverse: false) ?? name
    var result = ""
    for character in latin.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        result.append(character)
      } else if !result.hasSuffix("_"), !result.isEmpty {
        result.append("_")
      }
    }
    while result.hasSuffix("_") { result.removeLast() }
    return result
  }
}
