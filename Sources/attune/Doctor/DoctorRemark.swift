/// One thing that the doctor looked at.
struct DoctorRemark {
  enum Level: String {
    case fine
    case lookAtThis = "look at this"
    case mustFix = "must fix"
  }

  let level: Level
  let words: String

  static func fine(_ words: String) -> Self { Self(level: .fine, words: words) }
  static func look(_ words: String) -> Self { Self(level: .lookAtThis, words: words) }
  static func mustFix(_ words: String) -> Self { Self(level: .mustFix, words: words) }

  /// The level in a column of its own, so that the eye finds what is not fine.
  var line: String {
    level.rawValue + String(repeating: " ", count: 14 - level.rawValue.count) + words
  }
}
