in vec2 vPlace;
out vec4 colour;

void main() {
    float towardsMiddle = 1.0 - smoothstep(0.0, 0.75, distance(vPlace, vec2(0.52, 0.56)));
    vec3 c = mix(uSky, uHorizon, towardsMiddle);
    colour = vec4(c + dither(gl_FragCoord.xy), 1.0);
}
