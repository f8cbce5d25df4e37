import KubernetesObjects

extension KubernetesObject {
  /// The object as the API server gives it; an empty text for the kinds that clusters are not generated with.
  var json: String {
    switch self {
    case .pod(let pod): pod.json
    case .service(let service): service.json
    case .namespace(let namespace): namespace.json
    case .node(let node): node.json
    case .endpointSlice(let slice): slice.json
    case .replicaSet(let replicaSet): replicaSet.json
    default: ""
    }
  }
}

extension Namespace {
  fileprivate var json: String {
    """
    {"apiVersion":"v1","kind":"Namespace","metadata":\(JSONText.metadata(metadata)),\
    "spec":{"finalizers":["kubernetes"]},"status":{"phase":\(JSONText.string(phase))}}
    """
  }
}

extension Node {
  fileprivate var json: String {
    """
    {"apiVersion":"v1","kind":"Node","metadata":\(JSONText.metadata(metadata)),\
    "spec":{"podCIDR":"10.128.0.0/24"},"status":{"allocatable":{"cpu":"15890m","memory":"63588Mi","pods":"110"},\
    "conditions":[{"reason":"KubeletReady","status":"True","type":"Ready"}],\
    "nodeInfo":{"architecture":"amd64","kubeletVersion":"v1.31.2","operatingSystem":"linux"}}}
    """
  }
}

extension ReplicaSet {
  fileprivate var json: String {
    let labels = JSONText.map(metadata.labels)
    return """
      {"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":\(JSONText.metadata(metadata)),\
      "spec":{"replicas":15,"selector":{"matchLabels":\(labels)},"template":{"metadata":{"labels":\(labels)},\
      "spec":{"containers":[{"image":"registry.example.com/shop/app:2.4","name":"app"}]}}},\
      "status":{"availableReplicas":15,"observedGeneration":1,"readyReplicas":15,"replicas":15}}
      """
  }
}

extension Service {
  fileprivate var json: String {
    """
    {"apiVersion":"v1","kind":"Service","metadata":\(JSONText.metadata(metadata)),\
    "spec":{"clusterIP":\(JSONText.string(clusterIP)),"clusterIPs":[\(JSONText.string(clusterIP))],\
    "internalTrafficPolicy":"Cluster","ipFamilies":["IPv4"],"ports":\(JSONText.list(ports.map(\.json))),\
    "selector":\(JSONText.map(selector)),"sessionAffinity":"None","type":\(JSONText.string(type))},\
    "status":{"loadBalancer":{}}}
    """
  }
}

extension ServicePort {
  fileprivate var json: String {
    let application = appProtocol.map { "\"appProtocol\":\(JSONText.string($0))," } ?? ""
    return """
      {\(application)"name":\(JSONText.string(name)),"port":\(port),\
      "protocol":\(JSONText.string(transportProtocol.name)),"targetPort":\(JSONText.port(targetPort))}
      """
  }
}

extension EndpointSlice {
  fileprivate var json: String {
    """
    {"addressType":"IPv4","apiVersion":"discovery.k8s.io/v1","endpoints":\(JSONText.list(endpoints.map(\.json))),\
    "kind":"EndpointSlice","metadata":\(JSONText.metadata(metadata)),\
    "ports":[{"appProtocol":"http","name":"http","port":8080,"protocol":"TCP"}]}
    """
  }
}

extension EndpointSlice.Endpoint {
  fileprivate var json: String {
    let target = targetRef.map { ",\"targetRef\":{\"kind\":\"Pod\",\"uid\":\(JSONText.string($0.uid))}" } ?? ""
    return """
      {"addresses":["10.0.0.1"],"conditions":{"ready":true,"serving":true,"terminating":false}\(target),\
      "zone":"eu-central-1a"}
      """
  }
}
