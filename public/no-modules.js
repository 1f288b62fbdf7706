// For browsers that know no modules: the words in the page show at once, and not only when nothing came for a while.
document.documentElement.className += ' cannot-start';
