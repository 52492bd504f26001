/**
 * For GitHub Pages and GitLab Pages: what has the site built and published with every push. Both put
 * it below the name of the repository by themselves, and send no headers of one's own, so that each
 * page says its policy itself.
 */

/**
 * @param {string} make what makes the site
 * @param {string} folder what is published
 */
export function gitHubPages(make, folder) {
  return `# Rostrum on GitHub Pages. Written by \`make dist\`.
# Put it into .github/workflows/, and choose “GitHub Actions” under Settings, Pages, Source.
on:
  push:
    branches: [main]
permissions:
  contents: read
  pages: write
  id-token: write
jobs:
  publish:
    runs-on: ubuntu-latest
    environment: github-pages
    steps:
      - uses: actions/checkout@v4
      - run: ${make} POLICY=page
      - uses: actions/upload-pages-artifact@v3
        with:
          path: ${folder}
      - uses: actions/deploy-pages@v4
`;
}

/**
 * @param {string} make what makes the site
 * @param {string} folder what is published
 */
export function gitLabPages(make, folder) {
  return `# Rostrum on GitLab Pages. Written by \`make dist\`.
# Put it into the root of the repository as .gitlab-ci.yml.
pages:
  image: rust:1-trixie
  script:
    - apt-get update -qq && apt-get install -y -qq nodejs npm
    - ${make} POLICY=page
  publish: ${folder}
  artifacts:
    paths: ["${folder}"]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;
}
