package import AttuneInstrument

/// The phrases for the numbers that may be given, by which ends of their range there are.
package struct RangeWords {
  let free, atLeast, atMost, between: Phrase
  /// Where both ends have labels; `nil` where labels are not said.
  let labelled: Phrase?

  package init(
    free: Phrase, atLeast: Phrase, atMost: Phrase, between: Phrase, labelled: Phrase? = nil
  ) {
    self.free = free
    self.atLeast = atLeast
    self.atMost = atMost
    self.between = between
    self.labelled = labelled
  }

  package func words(for format: NumberFormat, in catalogue: Catalogue) -> String {
    let numbers = AnswerWords(catalogue)
    var inserts: [String: String] = [:]
    inserts["low"] = format.lowest.map(numbers.words(for:))
    inserts["high"] = format.highest.map(numbers.words(for:))
    inserts["left"] = format.leftLabel
    inserts["right"] = format.rightLabel
    let hasLabels = format.leftLabel != nil && format.rightLabel != nil
    let phrase: Phrase =
      switch (format.lowest, format.highest) {
      case (nil, nil): free
      case (_?, nil): atLeast
      case (nil, _?): atMost
      case (_?, _?): hasLabels ? labelled ?? between : between
      }
    return catalogue[phrase, inserts]
  }
}
