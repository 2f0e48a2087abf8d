// Which methods the client has: asked of the client itself, so that none is forgotten.

/**
 * Every REST method, as {id, service, resource, name, parameters, route(arguments)}; services and resources in the client's
 * own order.
 */
export function methodsOf(crisp) {
  const services = Object.keys(crisp).filter((name) => Array.isArray(crisp[name]?.__resources));
  const methods = services.flatMap((service) =>
    crisp[service].__resources.flatMap((resource) => methodsOfResource(service, resource)));
  refuseUnexplained(crisp, services, methods);
  return methods;
}

function methodsOfResource(service, resource) {
  return Object.getOwnPropertyNames(resource.prototype)
    .filter((name) => name !== "constructor")
    .map((name) => ({
      id: `${service}.${name}`,
      service,
      resource: resource.name,
      name,
      template: routeOf(resource, name, parametersOf(resource, name).map((parameter) => `{${parameter}}`)),
      parameters: parametersOf(resource, name),
      route: (given) => routeOf(resource, name, given),
    }));
}

// A service holds the methods of its resources, bound to it. A function of another origin would be a method that nobody
// looks at, and of two with one name the first cannot be called at all.
function refuseUnexplained(crisp, services, methods) {
  const ids = methods.map((method) => method.id);
  const callable = services.flatMap((service) =>
    Object.keys(crisp[service])
      .filter((name) => typeof crisp[service][name] === "function")
      .map((name) => `${service}.${name}`));
  const odd = [
    ...callable.filter((id) => !ids.includes(id)),
    ...ids.filter((id, index) => ids.indexOf(id) !== index || !callable.includes(id)),
  ];
  if (odd.length > 0) {
    throw new Error(`methods of the client that its resources do not explain: ${odd.join(", ")}`);
  }
}

function parametersOf(resource, name) {
  const [, list] = /^[^(]*\(([^)]*)\)/.exec(resource.prototype[name].toString());
  return list.split(",").map((parameter) => parameter.split("=")[0].trim()).filter((parameter) => parameter !== "");
}

/** What the method would ask of the server, learnt from the method itself with nobody at the other end. */
function routeOf(resource, name, given) {
  const nobody = { prepareRestUrl: (segments) => `/${segments.join("/")}` };
  for (const verb of ["head", "get", "post", "patch", "put", "delete"]) {
    nobody[verb] = (path) => ({ verb: verb.toUpperCase(), path });
  }
  return resource.prototype[name].apply({ crisp: nobody }, given);
}

/** What the client offers besides its services. */
export function ownFunctionsOf(Crisp) {
  return Object.getOwnPropertyNames(Crisp.prototype).filter((name) => name !== "constructor" && !name.startsWith("_"));
}
