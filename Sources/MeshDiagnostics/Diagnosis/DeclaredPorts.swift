import KubernetesObjects
import MeshMapping

/// The TCP ports that the containers of a Pod declare, found by what a Service may write of them: so that many ports of a Service and many
/// of a Pod are not held against each other one by one.
struct DeclaredPorts {
  /// A port of an init container, by its place.
  struct InitPlace {
    let container: Int
    let port: Int
  }

  /// The only port that there is; nil where there are none or several.
  private(set) var only: ContainerPort?
  /// The names, in the order of the containers, where they are so few that somebody may have mistyped one.
  private(set) var namesToGuess: [String] = []
  /// The numbers, each once, sorted.
  let sortedNumbers: [Int]
  private var names: [ExactString: ContainerPort] = [:]
  private var numbers: [Int: ContainerPort] = [:]
  private var initNames: [ExactString: InitPlace] = [:]

  /// Nobody mistypes one of a hundred names.
  private static let mostToGuess = 100

  /// The ports of a Pod, without those of its sidecar. O(*n*).
  init(of pod: Pod) {
    let declared = pod.spec.containers.filter { !$0.isSidecar }.flatMap(\.ports).filter { $0.transportProtocol == .tcp }
    for port in declared.reversed() {
      names[ExactString(port.name)] = port
      numbers[port.containerPort] = port
    }
    sortedNumbers = numbers.keys.sorted()
    only = declared.count == 1 ? declared.first : nil
    let named = declared.map(\.name).filter { !$0.isEmpty }
    if named.count <= Self.mostToGuess { namesToGuess = named }
    for (container, index) in zip(pod.spec.initContainers, 0...).reversed() {
      for (port, place) in zip(container.ports, 0...).reversed() where port.transportProtocol == .tcp {
        initNames[ExactString(port.name)] = InitPlace(container: index, port: place)
      }
    }
  }

  /// The first port of a name.
  func port(named name: String) -> ContainerPort? { names[ExactString(name)] }

  /// The first port of a number.
  func port(numbered number: Int) -> ContainerPort? { numbers[number] }

  /// The first port of an init container that has a name.
  func initPlace(named name: ExactString) -> InitPlace? { initNames[name] }
}
