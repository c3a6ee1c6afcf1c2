/// The names that every instrument has without saying so.
enum BuiltIns {
  /// What conditions may ask about besides items.
  static let subjects = ["role", "form", "both_roles", "help_given"]

  /// Words that no column may be called: SPSS and conditions use them.
  static let reservedNames: Set<String> = [
    "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with",
    "role", "form", "both_roles", "help_given",
  ]

  /// Words that no answer may be called: `team is not north`, `team is answered`.
  static let reservedChoices: Set<String> = ["and", "or", "not", "answered"]

  /// What stands between braces and is filled in from the study, or worked out.
  static let inserts: Set<String> = [
    "team", "contact", "complaints", "purpose", "kept_where", "who_sees", "local_line",
    "withdraw_until", "keep_until", "set_aside_days", "smallest_group", "questions", "minutes",
    "short_questions",
  ]

  /// The words that a built-in subject may have; `nil` for an item.
  static func values(of subject: String, in scope: Scope) -> Set<String>? {
    switch subject {
    case "role": scope.roles
    case "form": scope.forms.union(["full"])
    case "both_roles", "help_given": ["yes", "no"]
    default: nil
    }
  }
}
