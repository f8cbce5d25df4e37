import KubernetesObjects
import MeshMapping

/// Documents that look like objects and are what a tool reads.
enum ToolDocument {
  /// The groups of APIs that no cluster has.
  private static let groups = [
    "kustomize.config.k8s.io", "config.kubernetes.io", "kind.x-k8s.io", "kubeadm.k8s.io", "kubelet.config.k8s.io",
    "kubeproxy.config.k8s.io", "kubescheduler.config.k8s.io", "apiserver.config.k8s.io", "audit.k8s.io",
    "client.authentication.k8s.io", "skaffold", "k3d.io", "eksctl.io", "ctlptl.dev",
  ]

  /// Whether an object is what a tool reads.
  static func isRead(_ object: ClusterObject) -> Bool {
    guard case .kubernetes(.unsupported(let object)) = object else { return false }
    return isRead(object.type) || (object.type.kind == "Config" && object.name.isEmpty)
  }

  private static func isRead(_ type: ObjectType) -> Bool {
    if type.kind == "Kustomization", type.apiVersion.isEmpty { return true }
    return groups.contains { $0.utf8.elementsEqual(type.apiGroup.utf8) }
  }

  /// What to do instead of reading a file, which is no object, by its name; nil where nothing is known.
  static func advice(for path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard let name = parts.last else { return nil }
    switch name {
    case "Chart.yaml", "values.yaml", "Chart.yml", "values.yml":
      return "belongs to a Helm chart; render it with helm template \(folder(of: path).quotedForShell) | meshmap … -"
    case "kustomization.yaml", "kustomization.yml", "Kustomization":
      return "says what kustomize makes; have it made with \(kustomize(folderOf: path))"
    default: return nil
    }
  }

  /// The command that makes what a kustomization says.
  static func kustomize(folderOf path: String) -> String {
    "kustomize build \(folder(of: path).quotedForShell) | meshmap … -"
  }

  /// The folder of a file.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
