/// How many years of school a text takes, by Flesch and Kincaid.
///
///     0.39 words / sentences + 11.8 syllables / words − 15.59
///
/// Syllables are counted by rule: groups of vowels, without a silent e at the end. A line of Markdown
/// without an end is a sentence, as a heading is read.
///
/// - Sources: Kincaid, Fishburne, Rogers & Chissom (1975), Naval Technical Training Command Research
///   Branch Report 8-75.
/// - Checked against: textstat 0.7.4, which counts syllables by the CMU dictionary.
public struct ReadingGrade {
  public let words: Int
  public let sentences: Int
  public let syllables: Int

  public init(of markdown: String) {
    let lines = markdown.split(separator: "\n").map { line in
      String(line.drop { "#- *".contains($0) }).replacing("\\", with: "").replacing("*", with: "")
    }.filter { !$0.isEmpty }
    var (words, sentences, syllables) = (0, 0, 0)
    for line in lines {
      let found = line.split(separator: " ").filter { $0.contains { $0.isLetter || $0.isNumber } }
      words += found.count
      syllables += found.reduce(0) { $0 + Self.syllables($1) }
      // An end within the line, and the end of the line itself.
      sentences += found.dropLast().count { $0.last.map { ".?!".contains($0) } ?? false } + 1
    }
    (self.words, self.sentences, self.syllables) = (words, sentences, syllables)
  }

  public var value: Double {
    0.39 * Double(words) / Double(max(1, sentences))
      + 11.8 * Double(syllables) / Double(max(1, words)) - 15.59
  }

  static func syllables(_ word: Substring) -> Int {
    let letters = word.lowercased().filter(\.isLetter)
    var (count, wasVowel) = (0, false)
    for letter in letters {
      let isVowel = "aeiouy".contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    let hasSilentEnd =
      letters.hasSuffix("e") && !letters.hasSuffix("le")
      || letters.hasSuffix("ed") && !letters.hasSuffix("ted") && !letters.hasSuffix("ded")
    if hasSilentEnd, count > 1 { count -= 1 }
    return max(1, count)
  }
}
