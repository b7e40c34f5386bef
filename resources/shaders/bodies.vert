// Boxes by the three faces that can be seen. Everything that is even over a face is worked out here.
uniform samplerBuffer uBodies; // two texels each: centre and role, half size and emphasis
uniform samplerBuffer uStates; // utilization, failed, before
uniform float uMirror;         // -1 draws the image in the floor
uniform int uLast;             // bodies are drawn from here down, so that what stands in front comes first
uniform vec3 uRack;
uniform vec3 uEdge;
uniform vec3 uPanel;
uniform vec3 uIdle;

out vec2 vUv; // metres from the middle of the face
out vec3 vColour;
flat out vec2 vHalf;  // half size of the face, metres
flat out vec4 vLine;  // colour and strength of the border
flat out vec2 vFailed; // strength of cross, of hatching

const int rack = 0, chip = 3, cpu = 5, stack = 8; // as BodyRole

float faceLight(vec3 normal) {
    return normal.y > 0.5 ? 1.30 : normal.z > 0.5 ? 1.0 : normal.x > 0.5 ? 0.78 : 0.6;
}

vec3 cabinet(vec3 normal, float height, vec3 world) {
    vec3 c = uRack * faceLight(normal);
    if (normal.y < 0.5)
        c *= 0.86 + 0.16 * height; // darker towards the floor
    float graze = 1.0 - abs(dot(normalize(uEye - world), normal));
    return c + uEdge * 0.20 * graze * graze * graze;
}

vec3 tile(vec3 state, vec3 normal, float height, int role) {
    vec3 c = state.y > 0.5 ? uPanel
             : uColouring == 2 && role != stack ? changeColour(state.z < 0.0 ? 0.0 : state.x - state.z, uIdle)
             : state.x > 0.0005 ? ramp(state.x) : role == stack ? mix(uPanel, uEdge, 0.6) : uIdle;
    return c * (0.94 + 0.08 * height) * (role == cpu ? 0.72 : 1.0) * (normal.z > 0.5 ? 1.0 : 0.5);
}

void main() {
    int body = uLast - gl_InstanceID;
    vec4 centre = texelFetch(uBodies, body * 2);
    vec4 size4 = texelFetch(uBodies, body * 2 + 1);
    vec3 size = size4.xyz;
    float lit = size4.w < 0.5 ? 0.30 : 1.0; // the backdrop steps back
    vec3 state = texelFetch(uStates, body).xyz;
    int role = int(centre.w);
    int face = gl_VertexID / 6; // along z, along x, on top
    int corner = gl_VertexID % 6;
    vec2 c = vec2(corner == 1 || corner == 3 || corner == 4 ? 1.0 : -1.0,
                  corner == 2 || corner == 4 || corner == 5 ? 1.0 : -1.0);
    vec2 towards = vec2(uEye.x < centre.x ? -1.0 : 1.0, uEye.z < centre.z ? -1.0 : 1.0);
    vec3 right = face == 1 ? vec3(0, 0, -towards.x) : face == 0 ? vec3(towards.y, 0, 0) : vec3(1, 0, 0);
    vec3 up = face == 2 ? vec3(0, 0, -1) : vec3(0, 1, 0);
    vec3 normal = cross(right, up);
    vHalf = vec2(dot(abs(right), size), dot(abs(up), size));
    vUv = c * vHalf;
    vec3 world = centre.xyz + normal * size + right * vUv.x + up * vUv.y;
    gl_Position = uViewProjection * vec4(world.x, world.y * uMirror, world.z, 1.0);

    bool front = normal.z > 0.5;
    if (role == rack) {
        vColour = cabinet(normal, c.y, world);
        vLine = vec4(uEdge, front ? 0.75 : 0.6);
        vFailed = vec2(state.y * (normal.y < 0.5 ? 1.0 : 0.0), 0.0);
    } else if (role <= chip) {
        vColour = uPanel * (front ? 1.0 : 1.4);
        vLine = vec4(uEdge, 0.28);
        vFailed = vec2(front && role < chip ? state.y : 0.0, 0.0);
    } else {
        vColour = mix(uPanel, tile(state, normal, c.y, role), lit);
        vLine = vec4(vColour * 1.25, 0.5);
        vFailed = vec2(0.0, state.y);
    }
    if (uMirror < 0.0)
        vColour = mix(uFloor, vColour, exp(-world.y * 1.1));
}
