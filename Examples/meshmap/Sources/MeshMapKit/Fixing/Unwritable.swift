import KubernetesJSON
import KubernetesObjects
import KubernetesYAML

/// Why an edit is shown and not written into a file.
enum Unwritable: Error, Hashable {
  /// The object is not in the input: what makes a Pod say.
  case absent(ObjectReference)
  case standardInput
  /// It is a pipe or a device, or is not there any more.
  case pipe
  /// The object was read from a cluster.
  case dump
  /// The file was made of another one, as a tool says in it.
  case rendered(from: ExactString)
  case template
  case encoding
  case large
  /// It cannot be read once more, or is not as it was.
  case changed
  /// It cannot be written where it stands.
  case place(YAMLEditRefusal)
  case jsonPlace(JSONEditRefusal)
  /// What was written would be read otherwise than it is meant.
  case readOtherwise

  /// Why, as a clause, safe to print.
  var phrase: String {
    switch self {
    case .absent(let object): "\(object) is not in the input"
    case .standardInput: "standard input cannot be written"
    case .pipe: "it is no file that could be written"
    case .dump: "it was read from a cluster and is to be changed there"
    case .rendered(let source): "the file is made of \(source.string.printedSafely), which is the one to change"
    case .template: "the file may be a template"
    case .encoding: "the file is not UTF-8"
    case .large: "the file is larger than what people edit"
    case .changed: "the file cannot be read once more"
    case .place(let refusal): "\(refusal)"
    case .jsonPlace(let refusal): "\(refusal)"
    case .readOtherwise: "what was written would not be read as it is meant"
    }
  }
}
