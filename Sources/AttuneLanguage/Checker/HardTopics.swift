/// Words of topics that may bring up hard memories.
enum HardTopics {
  static let words: Set<String> = [
    "self-harm", "self-harmed", "suicide", "suicidal", "overdose", "abuse", "abused", "assault",
    "assaulted", "rape", "raped", "violence", "violent", "died", "death", "dying", "detained",
    "detention", "restrained", "restraint", "secluded", "seclusion",
  ]
}
