// A ribbon of constant width on screen along a Bezier curve.
uniform samplerBuffer uCurves; // seven texels each, see curve_table.h
uniform samplerBuffer uCurveStates;
uniform int uSegments;
uniform float uWidth;   // half width in pixels
uniform float uOnly;    // the element that is drawn alone, or -1
uniform float uSelected; // opacity of what is selected: less when there is much of it

out float vAcross; // -1..1
out float vAlong;  // metres
flat out vec3 vColour;
flat out vec2 vStrength; // opacity, share that is down
flat out vec4 vGhost;    // colour in the baseline, and 1 where it differs

vec3 place(vec3 a, vec3 b, vec3 c, vec3 d, float t) {
    float s = 1.0 - t;
    return a * (s * s * s) + b * (3.0 * s * s * t) + c * (3.0 * s * t * t) + d * (t * t * t);
}

vec3 direction(vec3 a, vec3 b, vec3 c, vec3 d, float t) {
    float s = 1.0 - t;
    return (b - a) * (s * s) + (c - b) * (2.0 * s * t) + (d - c) * (t * t);
}

float opacity(float busy, float emphasis) {
    if (emphasis < 0.5)
        return mix(0.03, 0.13, busy);
    return emphasis < 1.5 ? mix(0.06, 0.26, busy) : mix(0.3, 1.0, busy) * uSelected;
}

void main() {
    int first = gl_InstanceID * 7;
    vec4 p0 = texelFetch(uCurves, first), c0 = texelFetch(uCurves, first + 1);
    vec4 c1 = texelFetch(uCurves, first + 2), p1 = texelFetch(uCurves, first + 3);
    vec3 planeColour = texelFetch(uCurves, first + 6).rgb;
    vec4 state = texelFetch(uCurveStates, gl_InstanceID);
    if (uOnly >= 0.0 && p1.w != uOnly) {
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
        return;
    }
    float t = float(gl_VertexID / 2) / float(uSegments);
    float side = gl_VertexID % 2 == 0 ? -1.0 : 1.0;
    vec4 here = uViewProjection * vec4(place(p0.xyz, c0.xyz, c1.xyz, p1.xyz, t), 1.0);
    vec4 ahead = uViewProjection * vec4(direction(p0.xyz, c0.xyz, c1.xyz, p1.xyz, t), 0.0);
    vec2 way = (ahead.xy * here.w - here.xy * ahead.w) * uViewport;
    vec2 normal = length(way) > 0.0 ? normalize(vec2(-way.y, way.x)) : vec2(0.0, 1.0);
    here.xy += normal * side * uWidth * 2.0 / uViewport * here.w;
    gl_Position = here;

    float busy = max(state.x, state.y);
    vAcross = side;
    vAlong = t * p0.w;
    vColour = uColouring == 1 ? planeColour : ramp(busy);
    vStrength = vec2(uOnly >= 0.0 ? 1.0 : opacity(busy, c1.w), state.z);
    float change = state.w < 0.0 ? 0.0 : busy - state.w;
    vGhost = vec4(ramp(state.w), uColouring == 0 && abs(change) > 0.005 ? 1.0 : 0.0);
    if (uColouring == 2) {
        vColour = changeColour(change, ramp(0.0));
        vStrength.x = opacity(changeStrength(change), c1.w);
    }
}
