import ArgumentParser

/// Which scales a results command is about: constructs of an instrument, or columns of a file.
struct ScaleArguments: ParsableArguments {
  @Argument(help: "Constructs of the instrument; all with several items if none is named.")
  var constructs: [String] = []

  @Option(help: "The columns of one scale.")
  var items: String?

  @Option(help: "A named scale, as in 'calm=A1,A2-,A3'; may repeat.")
  var scale: [String] = []

  @Option(help: "The values that could be chosen, as in 1..5, or calm=1..5; may repeat.")
  var range: [String] = []

  @Option(
    help: """
      The column that says how many people each row stands for (frequency weights: 0, 1, 2 and so \
      on); others, such as survey weights, are not taken.
      """)
  var weights: String?

  /// Whether columns are named, as without an instrument.
  var namesColumns: Bool { items != nil || !scale.isEmpty }

  func validate() throws {
    if !constructs.isEmpty, namesColumns {
      throw ValidationError("Name constructs, or columns with --items and --scale, not both.")
    }
  }
}
